// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.machine.Waiting;
import java.io.IOException;
import java.util.function.LongSupplier;

/// Holds a sender back to a rate.
///
/// @param perSecond records; 0 is as fast as it goes
/// @param began when the first was sent
/// @param nanos a clock
record Pace(long perSecond, long began, LongSupplier nanos) {

    /// Shorter sleeps would be the system's granularity.
    private static final long AHEAD_MILLIS_MIN = 5;

    static Pace of(long perSecond) {
        return new Pace(perSecond, System.nanoTime(), System::nanoTime);
    }

    /// How long to wait before the next record.
    ///
    /// @param sent records so far
    long aheadMillis(long sent) {
        if (perSecond == 0) {
            return 0;
        }
        long due = sent * 1_000 / perSecond;
        long passed = (nanos.getAsLong() - began) / 1_000_000;
        return Math.max(0, due - passed);
    }

    void keep(long sent) throws IOException {
        long ahead = aheadMillis(sent);
        if (ahead >= AHEAD_MILLIS_MIN) {
            Waiting.pause(ahead);
        }
    }
}
