// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A disk whose next writes, syncs or cuts fail, as often as told.
final class BadDisk implements Disk {

    final AtomicInteger writesToFail = new AtomicInteger();
    final AtomicInteger syncsToFail = new AtomicInteger();
    final AtomicInteger cutsToFail = new AtomicInteger();
    final AtomicInteger syncs = new AtomicInteger();

    private final Disk good = new LocalDisk();

    @Override
    public Out create(Path file) throws IOException {
        return new BadOut(good.create(file));
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        return good.usableBytes(folder);
    }

    private static void fail(AtomicInteger left, String how) throws IOException {
        if (left.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
            throw new IOException(how);
        }
    }

    private final class BadOut implements Out {

        private final Out out;

        private BadOut(Out out) {
            this.out = out;
        }

        /// Half of it is written before it fails.
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            if (writesToFail.get() > 0) {
                out.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
                fail(writesToFail, "no space left on device");
            }
            out.write(bytes);
        }

        @Override
        public void force() throws IOException {
            fail(syncsToFail, "input/output error");
            syncs.incrementAndGet();
            out.force();
        }

        @Override
        public void truncate(long length) throws IOException {
            fail(cutsToFail, "read-only file system");
            out.truncate(length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
