// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.time.Duration;

/// When something that is done again and again is next due, by a clock that only goes forward: the one on the wall may
/// jump. One thread.
final class Due {

    private long atNanos = System.nanoTime();

    boolean now() {
        return System.nanoTime() - atNanos >= 0;
    }

    /// Time until then, none if it is now.
    Duration left() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    void in(Duration time) {
        atNanos = System.nanoTime() + time.toNanos();
    }
}
