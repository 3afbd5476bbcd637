// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import dev.apian.stream.Timed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// A call, in time or not. One that came too late is stored and counted, never judged.
public record Admitted(Call call, boolean late) implements Timed {

    @Override
    public long micros() {
        return call.micros();
    }

    @Override
    public String id() {
        return call.id();
    }

    public void save(DataOutput out) throws IOException {
        out.writeBoolean(late);
        CallCodec.save(call, out);
    }

    public static Admitted read(DataInput in) throws IOException {
        boolean late = in.readBoolean();
        return new Admitted(CallCodec.load(in), late);
    }
}
