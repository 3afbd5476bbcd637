// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Cancels a statement that is still running, or still being read, when its time is over or somebody stops it.
final class QueryDeadline implements AutoCloseable {

    /// DuckDB forgets a cancellation that comes before it has begun, so it is told again until it ends.
    private static final long AGAIN_MS = 50;

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Statement statement;
    private final QueryStop stop;
    private volatile boolean passed;
    private boolean closed;
    private Future<?> alarm = TIMER.schedule(() -> {}, 0, TimeUnit.NANOSECONDS);

    private QueryDeadline(Statement statement, QueryStop stop) {
        this.statement = statement;
        this.stop = stop;
    }

    static QueryDeadline start(Statement statement, Duration timeout, QueryStop stop) {
        QueryDeadline deadline = new QueryDeadline(statement, stop);
        deadline.setAlarm(deadline::pass, timeout);
        stop.watch(deadline);
        return deadline;
    }

    boolean hasPassed() {
        return passed;
    }

    boolean isStopped() {
        return stop.isPressed();
    }

    /// Somebody pressed stop.
    void interrupt() {
        setAlarm(this::cancel, Duration.ZERO);
    }

    @Override
    public void close() {
        stop.leave(this);
        synchronized (this) {
            closed = true;
            alarm.cancel(false);
        }
    }

    private void pass() {
        passed = true;
        cancel();
    }

    private synchronized void setAlarm(Runnable task, Duration wait) {
        alarm.cancel(false);
        if (!closed) {
            alarm = TIMER.scheduleWithFixedDelay(
                    task, wait.toNanos(), TimeUnit.MILLISECONDS.toNanos(AGAIN_MS), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void cancel() {
        if (closed) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            // ended meanwhile: nothing is left to cancel
        }
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "apian-query-deadline");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
