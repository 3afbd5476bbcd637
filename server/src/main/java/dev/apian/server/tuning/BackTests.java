// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.tuning;

import dev.apian.engine.backtest.BackTest;
import dev.apian.engine.backtest.BackTest.Comparison;
import dev.apian.engine.backtest.Span;
import dev.apian.engine.geo.Geo;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.server.networks.NetworkList;
import dev.apian.server.tuning.Trial.Status;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Back-tests in the background, one at a time: each takes a processor and some hundred megabytes. For several threads.
public final class BackTests implements AutoCloseable {

    /// Calls read by one, those that only teach too; the earliest days beyond are left out.
    public static final long CALLS_MAX = 20_000_000;

    public static final Duration TIME_MAX = Duration.ofMinutes(15);

    /// Ended ones that can still be asked for.
    private static final int KEPT_MAX = 50;

    private static final int CALLS_BETWEEN_LOOKS = 512;

    private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);

    private static final QueryLimits LIMITS = new QueryLimits(TIME_MAX.plusMinutes(1), 512, 8 << 10, Long.MAX_VALUE);

    private final Path directory;
    private final List<Path> places;
    private final NetworkList networks;
    private final Map<String, Trial> trials = new LinkedHashMap<>();
    private @Nullable String running;
    private @Nullable Thread thread;
    private volatile boolean cancelled;

    /// @param directory with the lake
    /// @param places    address databases
    /// @param networks  what people say of them when a back-test begins
    public BackTests(Path directory, List<Path> places, NetworkList networks) {
        this.directory = directory;
        this.places = places;
        this.networks = networks;
    }

    /// Begins one, unless another is under way.
    ///
    /// @param lastDay the last day that counts, from 1970 in UTC
    /// @return empty if another is under way
    public synchronized Optional<Trial> start(
            String detection, Tuning asked, Detections present, Detections proposed, long lastDay) {
        if (running != null) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        Trial trial = new Trial(id, detection, asked, Status.RUNNING, 0, 0, "", null);
        if (trials.size() == KEPT_MAX) {
            trials.remove(trials.keySet().iterator().next());
        }
        trials.put(id, trial);
        running = id;
        cancelled = false;
        thread = Thread.ofPlatform().name("back-test").daemon().start(() -> run(trial, present, proposed, lastDay));
        return Optional.of(trial);
    }

    public synchronized Optional<Trial> byId(String id) {
        return Optional.ofNullable(trials.get(id));
    }

    public synchronized Optional<Trial> running() {
        return Optional.ofNullable(running).map(trials::get);
    }

    /// Ends one soon, if it is under way.
    public synchronized Optional<Trial> cancel(String id) {
        if (id.equals(running)) {
            cancelled = true;
        }
        return byId(id);
    }

    private void run(Trial trial, Detections present, Detections proposed, long lastDay) {
        Watch watch = new Watch(trial);
        Trial ended;
        try (Query query = Query.open(directory, LIMITS);
                Geo geo = Geo.open(places)) {
            geo.know(networks.latest());
            Comparison found = new BackTest(query, geo::locate, CALLS_MAX)
                    .run(trial.detection(), present, proposed, lastDay, watch);
            ended = cancelled
                    ? watch.trial.ended(Status.CANCELLED, "It was cancelled.", null)
                    : watch.trial
                            .at(found.callsRead(), watch.trial.callsTotal())
                            .ended(Status.DONE, "", found);
        } catch (QueryException | IOException | RuntimeException e) {
            LOG.warn("a back-test of {} failed", trial.detection(), e);
            ended = watch.trial.ended(Status.FAILED, String.valueOf(e.getMessage()), null);
        }
        end(ended);
    }

    private synchronized void end(Trial trial) {
        trials.put(trial.id(), trial);
        running = null;
    }

    private synchronized void show(Trial trial) {
        trials.put(trial.id(), trial);
    }

    /// Ends what is under way.
    @Override
    public void close() {
        Thread ending;
        synchronized (this) {
            cancelled = true;
            ending = thread;
        }
        if (ending != null) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Watch implements BackTest.Watching {

        private final long begun = System.nanoTime();
        private Trial trial;

        private Watch(Trial trial) {
            this.trial = trial;
        }

        @Override
        public void begins(Span span, long calls) {
            trial = trial.at(0, calls);
            show(trial);
        }

        @Override
        public boolean goesOn(long callsRead) {
            if (callsRead % CALLS_BETWEEN_LOOKS != 0) {
                return true;
            }
            trial = trial.at(callsRead, trial.callsTotal());
            show(trial);
            return !cancelled && System.nanoTime() - begun < TIME_MAX.toNanos();
        }
    }
}
