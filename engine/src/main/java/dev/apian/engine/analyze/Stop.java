// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

/// A wish to stop, from any thread: somebody pressed Ctrl-C. The run saves what it has and ends.
public final class Stop {

    private volatile boolean wished;

    private volatile boolean reading;

    public void wish() {
        wished = true;
    }

    /// Whether there may be something to save; before, a process may end at once.
    public boolean isWorthWaiting() {
        return reading;
    }

    void readingBegins() {
        reading = true;
    }

    boolean isWished() {
        return wished;
    }
}
