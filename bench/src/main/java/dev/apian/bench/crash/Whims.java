// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// What is wrong with one life of the server.
///
/// @param clockAhead    of the real clock, or behind it
/// @param syncMillisMax for how long a sync of the journal is held up at most
/// @param seed          of the times in between
record Whims(Duration clockAhead, int syncMillisMax, long seed) {

    static final Whims NONE = new Whims(Duration.ZERO, 0, 0);

    private static final int SYNC_MILLIS_MAX = 120;
    private static final int DAYS_AHEAD_MAX = 30;
    private static final int LIVE_SECONDS_MAX = 240;

    /// @param lastCall time of the latest call that may be sent: a clock before it would refuse calls from its future
    static Whims of(Random random, Instant lastCall, Instant now) {
        Duration ahead = switch (random.nextInt(4)) {
            // As if the calls were new.
            case 0 -> Duration.between(now, lastCall).plusSeconds(random.nextInt(LIVE_SECONDS_MAX));
            case 1 -> Duration.ofHours(random.nextInt(24 * DAYS_AHEAD_MAX));
            default -> Duration.ZERO;
        };
        return new Whims(ahead, random.nextInt(3) == 0 ? SYNC_MILLIS_MAX : 0, random.nextLong());
    }
}
