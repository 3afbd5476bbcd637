// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

/// Lengths of time in microseconds, and which hour an event falls into.
final class Clock {

    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    static final int HOURS_PER_DAY = 24;
    static final int HOURS_PER_WEEK = 168;

    private Clock() {}

    static long hour(long micros) {
        return Math.floorDiv(micros, HOUR);
    }
}
