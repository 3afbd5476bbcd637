// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a file as bytes, whatever they mean; gzip is told by its first two bytes.
public final class Lines implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private int next;
    private int end;

    private Lines(InputStream in) {
        this.in = in;
    }

    public static Lines of(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(raw, BUFFER_BYTES), 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return new Lines(gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in);
    }

    /// @return the next line that is not empty, without its end; null after the last one
    public byte @Nullable [] next() throws IOException {
        byte[] line = line();
        while (line != null && line.length == 0) {
            line = line();
        }
        return line;
    }

    private byte @Nullable [] line() throws IOException {
        begun.reset();
        while (fill()) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            begun.write(buffer, from, next - from);
            if (next < end) {
                next++;
                return withoutReturn(begun.toByteArray());
            }
        }
        return begun.size() == 0 ? null : withoutReturn(begun.toByteArray());
    }

    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean has = line.length > 0 && line[line.length - 1] == '\r';
        return has ? Arrays.copyOf(line, line.length - 1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
