// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Cancels a statement that is still running, or still being read, when its time is over.
final class QueryDeadline implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Statement statement;
    private volatile boolean passed;
    private volatile Future<?> alarm = TIMER.schedule(() -> {}, 0, TimeUnit.NANOSECONDS);

    private QueryDeadline(Statement statement) {
        this.statement = statement;
    }

    static QueryDeadline start(Statement statement, Duration timeout) {
        QueryDeadline deadline = new QueryDeadline(statement);
        deadline.alarm = TIMER.schedule(deadline::pass, timeout.toNanos(), TimeUnit.NANOSECONDS);
        return deadline;
    }

    boolean hasPassed() {
        return passed;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }

    private void pass() {
        passed = true;
        try {
            statement.cancel();
        } catch (SQLException e) {
            // closed meanwhile: nothing is left to cancel
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
