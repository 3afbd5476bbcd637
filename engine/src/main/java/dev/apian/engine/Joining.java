// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

/// Waits for the end of a thread, whoever interrupts meanwhile: what it holds may be given free only then.
public final class Joining {

    private Joining() {}

    /// Returns when the thread has ended. An interrupt that came meanwhile is passed on.
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
