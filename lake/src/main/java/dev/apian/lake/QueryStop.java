// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import org.jspecify.annotations.Nullable;

/// Stops one query, from any thread and at any moment: before it starts, while it runs, while its rows are read.
/// Once pressed it stays pressed.
public final class QueryStop {

    private boolean pressed;
    private @Nullable QueryDeadline running;

    public synchronized void press() {
        pressed = true;
        if (running != null) {
            running.interrupt();
        }
    }

    public synchronized boolean isPressed() {
        return pressed;
    }

    synchronized void watch(QueryDeadline deadline) {
        running = deadline;
        if (pressed) {
            deadline.interrupt();
        }
    }

    synchronized void leave(QueryDeadline deadline) {
        if (running == deadline) {
            running = null;
        }
    }
}
