// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

/// One minute of event time, the heartbeat at which knowledge is published.
public final class Tick {

    public static final long MICROS = 60_000_000L;
    public static final long PER_HOUR = 60;
    public static final long PER_DAY = 24 * PER_HOUR;

    private Tick() {}

    /// The number of the tick that a moment lies in.
    public static long of(long micros) {
        return Math.floorDiv(micros, MICROS);
    }
}
