// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import dev.apian.server.journal.Disk;
import dev.apian.server.journal.LocalDisk;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;

/// A disk whose syncs take their time, so that a kill often meets one.
final class SlowDisk implements Disk {

    private final Disk disk = new LocalDisk();
    private final int syncMillisMax;
    private final Random random;

    SlowDisk(int syncMillisMax, long seed) {
        this.syncMillisMax = syncMillisMax;
        this.random = new Random(seed);
    }

    @Override
    public Out create(Path file) throws IOException {
        return new SlowOut(disk.create(file));
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        return disk.usableBytes(folder);
    }

    private final class SlowOut implements Out {

        private final Out out;

        private SlowOut(Out out) {
            this.out = out;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            out.write(bytes);
        }

        @Override
        public void force() throws IOException {
            try {
                Thread.sleep(random.nextInt(syncMillisMax + 1));
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException().initCause(e);
            }
            out.force();
        }

        @Override
        public void truncate(long bytes) throws IOException {
            out.truncate(bytes);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
