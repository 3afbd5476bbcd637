// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.stage.call.CallCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// A Kafka record, or a line of one, that is no call: where it came from, why it was refused, and its beginning.
///
/// It holds what was sent, secrets included, so its topic needs the protection of the topic of calls.
///
/// @param value the first [#VALUE_BYTES_MAX] bytes
/// @param size  all bytes, before the cut
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record DeadLetter(String topic, int partition, long offset, String reason, byte[] value, int size) {

    /// Enough to see what it is; the rest is still at its offset in the topic it came from.
    public static final int VALUE_BYTES_MAX = 64 << 10;

    static DeadLetter of(String topic, int partition, long offset, String reason, byte[] bytes, int from, int to) {
        byte[] value = Arrays.copyOfRange(bytes, from, Math.min(to, from + VALUE_BYTES_MAX));
        return new DeadLetter(topic, partition, offset, reason, value, to - from);
    }

    public void save(DataOutput out) throws IOException {
        CallCodec.text(out, topic);
        out.writeInt(partition);
        out.writeLong(offset);
        CallCodec.text(out, reason);
        out.writeInt(size);
        out.writeInt(value.length);
        out.write(value);
    }

    public static DeadLetter read(DataInput in) throws IOException {
        String topic = CallCodec.text(in);
        int partition = in.readInt();
        long offset = in.readLong();
        String reason = CallCodec.text(in);
        int size = in.readInt();
        byte[] value = new byte[in.readInt()];
        in.readFully(value);
        return new DeadLetter(topic, partition, offset, reason, value, size);
    }
}
