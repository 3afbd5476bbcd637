// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli.demo;

import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the demonstration shows.
///
/// @param world  its past ends now
/// @param now    when it begins
/// @param live   how long traffic goes on
/// @param replay whether the past is fed, or is there already
public record DemoSettings(WorldSettings world, Instant now, Duration live, boolean replay) {

    /// Enough people for peers to compare with, few enough that three weeks of them are read within half a
    /// minute.
    public static final int ACTORS = 200;

    public static final int DAYS = 21;

    public static final Duration LIVE_MAX = Duration.ofDays(7);

    /// The attacks that happen live begin when the past has been read and somebody had time to look around.
    private static final Duration LIVE_ATTACKS_AFTER = Duration.ofSeconds(45);

    public static DemoSettings of(int days, int actors, long seed, Instant now, Duration live, boolean keep) {
        Instant start = now.minus(days, ChronoUnit.DAYS);
        int total = days + 1 + (int) LIVE_MAX.toDays();
        WorldSettings world = new WorldSettings(
                Trade.SHOP,
                total,
                actors,
                seed,
                start,
                AttackOrder.oneOfEach(),
                WorldSettings.DEFAULT_LEAD,
                Optional.of(now.plus(LIVE_ATTACKS_AFTER)));
        return new DemoSettings(world, now, live, !keep);
    }
}
