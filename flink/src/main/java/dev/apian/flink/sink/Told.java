// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.sink;

import dev.apian.stage.call.CallCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// One version of an alert, on its way to those who read it.
///
/// @param raisedMicros event time at which it was first raised
/// @param version      grows with every signal of the story
/// @param json         the alert as the contract promises it
public record Told(String id, long raisedMicros, long version, String json) {

    public void save(DataOutput out) throws IOException {
        out.writeUTF(id);
        out.writeLong(raisedMicros);
        out.writeLong(version);
        CallCodec.text(out, json);
    }

    public static Told read(DataInput in) throws IOException {
        return new Told(in.readUTF(), in.readLong(), in.readLong(), CallCodec.text(in));
    }
}
