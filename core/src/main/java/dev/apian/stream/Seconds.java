// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

/// Event time in whole seconds from 2038-01-19 on, so that four bytes reach from 1970 to 2106.
public final class Seconds {

    /// No event time, in microseconds.
    public static final long NEVER = Long.MIN_VALUE / 2;

    private static final long MICROS = 1_000_000;
    private static final long ORIGIN = 1L << 31;

    private Seconds() {}

    public static int of(long micros) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.floorDiv(micros, MICROS) - ORIGIN));
    }

    public static long toMicros(int seconds) {
        return (seconds + ORIGIN) * MICROS;
    }
}
