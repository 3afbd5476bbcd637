// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// What stands before each payload of a segment.
///
/// @param payloadBytes    length of the payload
/// @param payloadChecksum CRC32C of the payload
/// @param plainBytes      length of the payload before compression
/// @param first           position of the first item
/// @param count           items
/// @param synced          position up to which all was durable when this was written: a frame before it that cannot be
///                        read was acknowledged, so it is damaged and not merely cut off
/// @param key             of the push, null without one
record Header(
        int payloadBytes,
        int payloadChecksum,
        int plainBytes,
        byte kind,
        long first,
        int count,
        long synced,
        @Nullable PushKey key) {

    static final int MAGIC = 0x4150_4a32;
    static final int BYTES = 4 * Integer.BYTES + 1 + Long.BYTES + Integer.BYTES + Long.BYTES + 1 + 2 * Long.BYTES + 4;

    static Header of(Frame frame, long first, long synced) {
        return new Header(
                frame.payload.length,
                frame.payloadChecksum,
                frame.plainBytes,
                frame.kind,
                first,
                frame.count,
                synced,
                frame.key);
    }

    long end() {
        return first + count;
    }

    long frameBytes() {
        return (long) BYTES + payloadBytes;
    }

    ByteBuffer bytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.putInt(MAGIC).putInt(payloadBytes).putInt(payloadChecksum).putInt(plainBytes);
        out.put(kind).putLong(first).putInt(count).putLong(synced);
        out.put((byte) (key == null ? 0 : 1));
        out.putLong(key == null ? 0 : key.high()).putLong(key == null ? 0 : key.low());
        out.putInt(checksum(out.array()));
        return out.flip();
    }

    /// Null if the bytes are no whole header.
    static @Nullable Header read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < BYTES || in.getInt() != MAGIC || in.getInt(BYTES - Integer.BYTES) != checksum(bytes)) {
            return null;
        }
        int payloadBytes = in.getInt();
        int payloadChecksum = in.getInt();
        int plainBytes = in.getInt();
        byte kind = in.get();
        long first = in.getLong();
        int count = in.getInt();
        long synced = in.getLong();
        boolean keyed = in.get() != 0;
        PushKey key = new PushKey(in.getLong(), in.getLong());
        return new Header(payloadBytes, payloadChecksum, plainBytes, kind, first, count, synced, keyed ? key : null);
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, BYTES - Integer.BYTES);
        return (int) checksum.getValue();
    }
}
