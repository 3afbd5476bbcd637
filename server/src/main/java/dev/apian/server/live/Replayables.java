// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.stage.call.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Calls that wait for the engine and whose sources can be read again, such as followed files. They need no journal:
/// the positions of their sources are kept with each checkpoint.
final class Replayables {

    /// Portions that may wait, each of some thousand calls at most.
    private static final int PORTIONS_MAX = 8;

    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Calls of one source that follow one another.
    interface Portion {

        /// What people read as the place where the calls came from.
        String source();

        List<Call> calls();

        /// The next call is being offered to the engine.
        void take();

        /// All calls were offered.
        void finish();
    }

    /// How far a source was taken, and what is wrong with it.
    ///
    /// @param positions asked on the engine's thread, at a checkpoint
    /// @param counts    by what people read
    record Source(Supplier<Map<String, String>> positions, Supplier<Map<String, Long>> counts) {}

    private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(PORTIONS_MAX);
    private final List<Source> sources = new CopyOnWriteArrayList<>();

    /// From now on checkpoints hold the positions of this source.
    void add(Source source) {
        sources.add(source);
    }

    boolean isUsed() {
        return !sources.isEmpty();
    }

    /// Waits until there is room.
    ///
    /// @param alive throws if nobody will take it
    void put(Portion portion, Alive alive) throws IOException, InterruptedException {
        while (!portions.offer(portion, LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            alive.check();
        }
    }

    interface Alive {
        void check() throws IOException;
    }

    @Nullable
    Portion poll() {
        return portions.poll();
    }

    boolean isEmpty() {
        return portions.isEmpty();
    }

    long waiting() {
        return portions.stream().mapToLong(portion -> portion.calls().size()).sum();
    }

    Map<String, String> positions() {
        Map<String, String> all = new TreeMap<>();
        sources.forEach(source -> all.putAll(source.positions.get()));
        return all;
    }

    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        sources.forEach(source -> all.putAll(source.counts.get()));
        return all;
    }
}
