// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something that another process does.
public final class Waiting {

    private static final long BETWEEN_CHECKS_MILLIS = 200;

    private Waiting() {}

    /// Something that may have become true.
    @FunctionalInterface
    public interface Check {

        /// @throws IOException if asking failed, which means no
        boolean isTrue() throws IOException;
    }

    /// Waits until a process that was started is ready.
    ///
    /// @throws IOException if it ends first, or the time is over
    public static void untilReady(String name, BooleanSupplier alive, Path log, Duration max, Check ready)
            throws IOException {
        long end = System.nanoTime() + max.toNanos();
        while (!isTrue(ready)) {
            if (!alive.getAsBoolean()) {
                throw new IOException(name + " ended while it started, expected it to go on; read " + log);
            }
            if (System.nanoTime() > end) {
                throw new IOException(name + " was not ready within " + max.toSeconds() + " s; read " + log);
            }
            pause(BETWEEN_CHECKS_MILLIS);
        }
    }

    private static boolean isTrue(Check check) {
        try {
            return check.isTrue();
        } catch (IOException e) {
            return false;
        }
    }

    public static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        IOException interrupted = new InterruptedIOException("interrupted while waiting");
        interrupted.initCause(cause);
        return interrupted;
    }
}
