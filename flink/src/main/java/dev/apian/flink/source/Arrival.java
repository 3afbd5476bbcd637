// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What a record from Kafka turned out to be.
public sealed interface Arrival {

    /// @param partition topic and number, whose clock says whether the call is in time
    record Read(String partition, Call call) implements Arrival {}

    record Refused(DeadLetter letter) implements Arrival {}

    default void save(DataOutput out) throws IOException {
        switch (this) {
            case Read(String partition, Call call) -> {
                out.writeBoolean(true);
                CallCodec.text(out, partition);
                CallCodec.save(call, out);
            }
            case Refused(DeadLetter letter) -> {
                out.writeBoolean(false);
                letter.save(out);
            }
        }
    }

    static Arrival read(DataInput in) throws IOException {
        return in.readBoolean() ? new Read(CallCodec.text(in), CallCodec.load(in)) : new Refused(DeadLetter.read(in));
    }
}
