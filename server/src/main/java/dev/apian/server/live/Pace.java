// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.time.Duration;

/// How fast calls are judged, to tell senders when to come again. Written by one thread, read by many.
final class Pace {

    private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();

    /// Senders that come again when this much of what waits is judged find room.
    private static final double SHARE_JUDGED = 0.1;

    private static final double WEIGHT_OF_LATEST = 0.3;

    /// Of a [#retryAfter].
    static final Duration RETRY_MIN = Duration.ofSeconds(1);

    static final Duration RETRY_MAX = Duration.ofSeconds(60);

    private volatile double perSecond;
    private long judged;
    private long sinceNanos;

    /// @param nanos of a clock that only goes forward
    void judged(int calls, long nanos) {
        judged += calls;
        if (sinceNanos == 0) {
            sinceNanos = nanos;
        }
        long took = nanos - sinceNanos;
        if (took >= MEASURE_NANOS) {
            double latest = judged * 1e9 / took;
            perSecond = perSecond == 0 ? latest : perSecond + WEIGHT_OF_LATEST * (latest - perSecond);
            judged = 0;
            sinceNanos = nanos;
        }
    }

    /// @param waiting calls
    Duration retryAfter(long waiting) {
        double speed = perSecond;
        long seconds = speed == 0 ? 0 : (long) Math.ceil(waiting * SHARE_JUDGED / speed);
        return Duration.ofSeconds(Math.clamp(seconds, RETRY_MIN.toSeconds(), RETRY_MAX.toSeconds()));
    }
}
