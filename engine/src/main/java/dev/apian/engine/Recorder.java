// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.CallLake;
import dev.apian.lake.row.CallRows;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Writes calls to the lake on a thread of its own, a bounded number of batches behind.
final class Recorder implements AutoCloseable {

    /// Batches that may wait for the disk before the pipeline waits too.
    private static final int BATCHES_WAITING_MAX = 8;

    private final CallLake lake;

    /// Used on the writer's thread.
    private final CallRows rows = new CallRows();

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lake-writer").factory());
    private final Semaphore room = new Semaphore(BATCHES_WAITING_MAX);
    private volatile @Nullable IOException failure;

    Recorder(Path data) throws IOException {
        lake = CallLake.open(data);
    }

    /// @param how the entities of each call are explained
    void record(List<Identified> batch, List<List<Provenance>> how) throws IOException {
        submit(() -> {
            for (int i = 0; i < batch.size(); i++) {
                lake.append(rows.of(batch.get(i), how.get(i)));
            }
        });
    }

    void recordLate(Touched call) throws IOException {
        submit(() -> lake.append(rows.late(call)));
    }

    /// Waits until everything recorded is visible, and names the new files.
    List<String> flush() throws IOException {
        return waitFor(lake::flush);
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

    /// Merges the files of days that have more of them than allowed.
    void compact(int filesPerDayMax) throws IOException {
        submit(() -> {
            for (LocalDate day : lake.fragmentedDays(filesPerDayMax + 1)) {
                lake.compact(day);
            }
        });
    }

    CallLake lake() {
        return lake;
    }

    @Override
    public void close() throws IOException {
        writer.shutdown();
        writer.close();
        lake.close();
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
