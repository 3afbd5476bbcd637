// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A buffered stream whose start can be looked at, that counts what was read below it, and whose [#available]
/// is 0 at the end only: decoders of packed files take 0 for the end, which a slow pipe is not.
final class PeekStream extends BufferedInputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Counting below;

    PeekStream(InputStream raw) {
        this(new Counting(raw));
    }

    private PeekStream(Counting below) {
        super(below, BUFFER_BYTES);
        this.below = below;
    }

    /// The first bytes, fewer only if there are no more; they are read again afterwards.
    synchronized byte[] peek(int bytes) throws IOException {
        mark(bytes);
        byte[] head = new byte[bytes];
        int length = readNBytes(head, 0, bytes);
        reset();
        return Arrays.copyOf(head, length);
    }

    @Override
    public synchronized int available() throws IOException {
        if (pos >= count) {
            mark(1);
            int next = read();
            if (next < 0) {
                return 0;
            }
            reset();
        }
        return count - pos;
    }

    /// Bytes taken from the file so far; safe to ask from any thread.
    long bytesRead() {
        return below.bytes;
    }

    private static final class Counting extends InputStream {
        private final InputStream in;
        private volatile long bytes;

        Counting(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = in.read(to, from, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = in.skip(wanted);
            count(skipped);
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time reads; others only look
        private void count(long more) {
            bytes += more;
        }
    }
}
