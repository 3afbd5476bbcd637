// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.rival.Rival;
import dev.apian.reportcard.world.Examination;
import dev.apian.reportcard.world.Examined;
import dev.apian.simulator.WorldSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Runs worlds, some at the same time. What comes out does not depend on how many.
final class Worlds implements AutoCloseable {

    private final ExecutorService pool;
    private final Watcher watcher;

    Worlds(int threads, Watcher watcher) {
        this.pool = Executors.newFixedThreadPool(threads);
        this.watcher = watcher;
    }

    /// A world that will be run.
    Future<Examined> later(WorldSettings settings, Supplier<List<Rival>> rivals) {
        return pool.submit(() -> {
            watcher.begins("%s, seed %d, %d days".formatted(settings.trade(), settings.seed(), settings.days()));
            return Examination.of(settings, rivals.get(), watcher::calls);
        });
    }

    /// All of them, in the order given.
    static <T> List<T> all(List<Future<T>> running) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(get(one));
        }
        return results;
    }

    static <T> T get(Future<T> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a world failed: " + e.getCause(), e.getCause());
        }
    }

    /// What is not done yet is not begun.
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
