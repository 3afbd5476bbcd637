// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.lake.QueryStop;
import dev.apian.server.http.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The queries of people that run or wait for their turn, each with the button that stops it.
final class Runs implements AutoCloseable {

    /// Queries that wait while others run.
    static final int WAITING_MAX = 16;

    private static final long IDLE_SECONDS_MAX = 30;

    private final Map<String, QueryStop> stops = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            HuntingLake.QUERIES_MAX,
            HuntingLake.QUERIES_MAX,
            IDLE_SECONDS_MAX,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name("apian-hunt-", 1).factory(),
            (_, _) -> {
                throw full();
            });

    Runs() {
        workers.allowCoreThreadTimeOut(true);
    }

    /// Where queries run; refuses with a [Problem] when too many wait.
    Executor workers() {
        return workers;
    }

    QueryStop begin(String id) {
        QueryStop stop = new QueryStop();
        if (stops.putIfAbsent(id, stop) != null) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "run-exists",
                    "A query with this id is running",
                    "The id %s is in use by a query that has not ended; choose another one for each run."
                            .formatted(id));
        }
        return stop;
    }

    void end(String id, QueryStop stop) {
        stops.remove(id, stop);
    }

    /// @return false if no such query runs or waits
    boolean stop(String id) {
        QueryStop stop = stops.get(id);
        if (stop != null) {
            stop.press();
        }
        return stop != null;
    }

    /// Stops all of them.
    @Override
    public void close() {
        stops.values().forEach(QueryStop::press);
        workers.close();
    }

    private static Problem full() {
        int allowed = HuntingLake.QUERIES_MAX + WAITING_MAX;
        return Problem.busy(
                "queries_max",
                allowed + 1L,
                allowed,
                "%d queries run and %d wait for them; cancel one of yours, or run it again in a moment."
                        .formatted(HuntingLake.QUERIES_MAX, WAITING_MAX),
                Duration.ofSeconds(5));
    }
}
