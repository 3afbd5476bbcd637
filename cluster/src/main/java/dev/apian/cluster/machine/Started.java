// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that was started, maybe by an earlier command, maybe gone since.
///
/// Pids are used again by the system, so the time of the start is part of who it is: a stranger is never stopped.
///
/// @param pid the process
/// @param startedMillis when it started, as the system says
/// @param port where it listens
public record Started(long pid, long startedMillis, int port) {

    /// Two readings of the same process may differ by that, when the clock was set in between.
    private static final long START_DIFFERENCE_MILLIS_MAX = 2_000;

    private static final Duration KILL_MAX = Duration.ofSeconds(10);

    static Started of(ProcessHandle process, int port) {
        return new Started(process.pid(), startOf(process), port);
    }

    @JsonIgnore
    public boolean isAlive() {
        return handle().isPresent();
    }

    /// Asks the process to end, and ends it if it does not within a time.
    ///
    /// @param signal the polite signal that this process understands
    void stop(Signal signal, Duration patience) throws IOException {
        Optional<ProcessHandle> found = handle();
        if (found.isEmpty()) {
            return;
        }
        signal.send(pid);
        if (!hasEnded(found.get(), patience)) {
            kill();
        }
    }

    /// SIGKILL, as a machine that burns down.
    public void kill() throws IOException {
        Optional<ProcessHandle> found = handle();
        if (found.isPresent()) {
            found.get().destroyForcibly();
            if (!hasEnded(found.get(), KILL_MAX)) {
                throw new IOException("process " + pid + " goes on after SIGKILL, expected it to end; is it stuck on a"
                        + " disk that does not answer?");
            }
        }
    }

    /// The signals with which a process is asked to end.
    enum Signal {
        TERM,
        /// PostgreSQL waits for its clients to leave on TERM; on INT it closes their connections.
        INT;

        private void send(long pid) throws IOException {
            Command.run(List.of("kill", "-" + name(), Long.toString(pid)));
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration patience) throws IOException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("cannot wait for process " + process.pid() + " to end", e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startedMillis) <= START_DIFFERENCE_MILLIS_MAX);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
