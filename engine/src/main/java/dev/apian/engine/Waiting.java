// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import dev.apian.stream.EventOrder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes and reads the calls that wait for their turn.
final class Waiting {

    private Waiting() {}

    /// @param next the call whose turn it is, if any
    static void save(@Nullable Call next, EventOrder.Snapshot<Call> others, DataOutput out) throws IOException {
        out.writeLong(others.watermark());
        out.writeInt(others.latest().size());
        for (Long micros : others.latest()) {
            out.writeLong(micros);
        }
        out.writeInt(others.held().size() + (next == null ? 0 : 1));
        if (next != null) {
            CallCodec.save(next, out);
        }
        for (Call call : others.held()) {
            CallCodec.save(call, out);
        }
    }

    static EventOrder.Snapshot<Call> load(DataInput in) throws IOException {
        long watermark = in.readLong();
        List<Long> latest = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            latest.add(in.readLong());
        }
        List<Call> held = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            held.add(CallCodec.load(in));
        }
        return new EventOrder.Snapshot<>(held, latest, watermark);
    }
}
