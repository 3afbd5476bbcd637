// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.CallLake;
import dev.apian.lake.Holds;
import dev.apian.lake.LakeUpkeep;
import dev.apian.lake.Retained;
import dev.apian.lake.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;

/// Merges files of the lake and lets old days go, on a thread of its own and beside everything else, whenever it
/// is woken. What fails is counted and tried again the next time; calls are taken in all the same.
final class Upkeep implements AutoCloseable {

    private final Path data;
    private final LakeUpkeep lake;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile Retention retention = Retention.FOREVER;
    private volatile long failures;
    private volatile boolean inspectionWanted;
    private volatile boolean closed;

    @SuppressWarnings("ThreadPriorityCheck") // a wish only: nothing depends on it
    Upkeep(Path data, CallLake lake, InstantSource clock) {
        this.data = data;
        this.lake = lake.upkeep(clock);
        this.clock = clock;
        this.thread = Thread.ofPlatform()
                .name("lake-upkeep")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::run);
    }

    void keep(Retention kept) {
        retention = kept;
    }

    /// There is something new to look at.
    void wake() {
        work.release();
    }

    /// Lets old days go now, on the caller's thread.
    Retained retainNow(LocalDate today) throws IOException {
        return lake.retain(retention, Holds.read(data), today);
    }

    /// A damaged file was met: the next time it is woken, it looks at every byte and sets aside what is damaged.
    void inspectSoon() {
        inspectionWanted = true;
        wake();
    }

    /// Times that something failed.
    long failures() {
        return failures;
    }

    @Override
    public void close() {
        closed = true;
        lake.stop();
        work.release();
        Joining.join(thread);
    }

    private void run() {
        while (!closed) {
            work.acquireUninterruptibly();
            work.drainPermits();
            try {
                tidy();
            } catch (IOException | RuntimeException e) {
                if (!closed) {
                    countFailure();
                }
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only this thread counts
    private void countFailure() {
        failures++;
    }

    private void tidy() throws IOException {
        if (!closed && !retention.isForever()) {
            retainNow(LocalDate.ofInstant(Instant.ofEpochMilli(clock.millis()), ZoneOffset.UTC));
        }
        if (inspectionWanted && !closed) {
            inspectionWanted = false;
            lake.inspect(true);
        }
        boolean more = !closed;
        while (more) {
            more = lake.step() && !closed;
        }
    }
}
