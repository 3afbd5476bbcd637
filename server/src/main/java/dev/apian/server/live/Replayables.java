// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.stage.call.Call;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Calls that wait for the engine and whose sources can be read again, such as followed files. They need no journal:
/// the positions of their sources are kept with each checkpoint.
final class Replayables {

    /// Portions that may wait, each of some thousand calls at most.
    private static final int PORTIONS_MAX = 8;

    private static final long LOOK_MILLIS = 10;

    /// Calls of one source that follow one another.
    interface Portion {

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

    private final Queue<Portion> portions = new ArrayDeque<>();
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
        while (!offer(portion)) {
            alive.check();
            Thread.sleep(LOOK_MILLIS);
        }
    }

    interface Alive {
        void check() throws IOException;
    }

    private synchronized boolean offer(Portion portion) {
        return portions.size() < PORTIONS_MAX && portions.add(portion);
    }

    synchronized @Nullable Portion poll() {
        return portions.poll();
    }

    synchronized boolean isEmpty() {
        return portions.isEmpty();
    }

    synchronized long waiting() {
        return new ArrayList<>(portions)
                .stream().mapToLong(portion -> portion.calls().size()).sum();
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
