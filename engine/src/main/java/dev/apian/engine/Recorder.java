// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import dev.apian.lake.DiskRoom;
import dev.apian.lake.row.CallRows;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Writes calls to the lake on a thread of its own, a bounded number of batches behind.
///
/// While the disk is full it tries again and again, and those who record wait: no call is lost or written twice.
/// It gives up after a while, or when told to.
final class Recorder implements AutoCloseable {

    /// Batches that may wait for the disk before the pipeline waits too.
    private static final int BATCHES_WAITING_MAX = 8;

    /// How often it looks whether the disk has room again.
    private static final Duration TRY_EVERY = Duration.ofSeconds(1);

    /// How long it waits for room, unless told to wait for ever.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CallLake lake;
    private final Upkeep upkeep;
    private final LakeCare care;

    /// Used on the writer's thread.
    private final CallRows rows = new CallRows();

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lake-writer").factory());
    private final Semaphore room = new Semaphore(BATCHES_WAITING_MAX);
    private final Semaphore stopWaiting = new Semaphore(0);
    private volatile @Nullable IOException failure;
    private volatile boolean patient;

    Recorder(Path data) throws IOException {
        lake = CallLake.open(data);
        upkeep = new Upkeep(data, lake, InstantSource.system());
        care = new LakeCare(this, upkeep);
    }

    LakeCare care() {
        return care;
    }

    long upkeepFailures() {
        return upkeep.failures();
    }

    /// From now on it waits for room on the disk as long as it takes, until [#stopWaiting].
    void waitForRoom() {
        patient = true;
    }

    /// Gives up what waits for room on the disk.
    void stopWaiting() {
        stopWaiting.release();
    }

    /// @param how the entities of each call are explained
    void record(List<Identified> batch, List<List<Provenance>> how) throws IOException {
        submit(() -> {
            for (int i = 0; i < batch.size(); i++) {
                append(rows.of(batch.get(i), how.get(i)));
            }
        });
    }

    void recordLate(Touched call) throws IOException {
        submit(() -> append(rows.late(call)));
    }

    /// Waits until everything recorded is visible, and names the new files.
    List<String> flush() throws IOException {
        return waitFor(() -> patiently(lake::flush));
    }

    /// Tells that a checkpoint covers everything flushed.
    void checkpointed() throws IOException {
        waitFor(() -> {
            lake.checkpointed();
            return List.of();
        });
    }

    /// Takes back what was written after the checkpoint that names these files.
    void goBackTo(Set<String> files) throws IOException {
        lake.removeUnlisted(files);
    }

    CallLake lake() {
        return lake;
    }

    @Override
    public void close() throws IOException {
        upkeep.close();
        writer.shutdown();
        writer.close();
        lake.close();
    }

    /// Most rows go into a buffer; only one that meets a full disk has to be patient.
    private void append(CallRow row) throws IOException {
        try {
            lake.append(row);
        } catch (IOException e) {
            patiently(() -> {
                lake.append(row);
                return List.of();
            });
        }
    }

    private List<String> patiently(Flushing writing) throws IOException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return writing.run();
            } catch (IOException e) {
                boolean waits = DiskRoom.isFull(e) && (patient || System.nanoTime() < giveUp);
                if (!waits || isToldToStop()) {
                    throw e;
                }
            }
        }
    }

    private boolean isToldToStop() {
        try {
            boolean told = stopWaiting.tryAcquire(TRY_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (told) {
                stopWaiting.release(); // for whatever comes after
            }
            return told;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void submit(Writing writing) throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw new IOException("the lake cannot be written: " + failed.getMessage(), failed);
        }
        room.acquireUninterruptibly();
        writer.execute(() -> {
            try {
                writing.run();
            } catch (IOException e) {
                failure = e;
            } catch (RuntimeException e) {
                failure = new IOException("a bug while writing the lake", e);
            } finally {
                room.release();
            }
        });
    }

    private List<String> waitFor(Flushing flushing) throws IOException {
        CompletableFuture<List<String>> done = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return flushing.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                writer);
        try {
            List<String> files = done.join();
            IOException failed = failure;
            if (failed != null) {
                throw failed;
            }
            return files;
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private interface Flushing {
        List<String> run() throws IOException;
    }
}
