// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C or a polite kill, for a command that has to put things in order before the process ends.
final class Ending implements AutoCloseable {

    private static final long PUTTING_IN_ORDER_SECONDS_MAX = 60;

    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread onSignal = new Thread(this::wishAndWait, "apian-ending");

    Ending() {
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    boolean isWished() {
        return wished.getCount() == 0;
    }

    /// Waits until somebody wishes the end, or a time is over.
    boolean await(long millis) throws InterruptedException {
        return wished.await(millis, TimeUnit.MILLISECONDS);
    }

    void await() throws InterruptedException {
        wished.await();
    }

    /// Everything is in order.
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // The process is ending because of a signal: the hook waits for this very method.
            return;
        }
    }

    private void wishAndWait() {
        wished.countDown();
        try {
            done.await(PUTTING_IN_ORDER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
