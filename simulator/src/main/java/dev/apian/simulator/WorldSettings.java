// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The world to simulate. Equal settings give equal bytes.
///
/// @param trade which business
/// @param days how long
/// @param actors how many people and partner applications
/// @param seed where chance begins
/// @param start the first instant
/// @param attacks what bad things happen; none is peace
/// @param attackLeadTime how long nothing bad happens at first, so that there is a normal to learn
/// @param liveAttacksFrom when the loud kinds happen a second time, with other culprits and each within 90
///                        seconds: for whoever watches the world live. The attacks of the history then end an
///                        hour before
/// @param conditions how hard it is to tell who is who
public record WorldSettings(
        Trade trade,
        int days,
        int actors,
        long seed,
        Instant start,
        List<AttackOrder> attacks,
        Duration attackLeadTime,
        Optional<Instant> liveAttacksFrom,
        Conditions conditions) {

    public static final int DAYS_MAX = 3_660;
    public static final int ACTORS_MIN = 40;
    public static final int ACTORS_MAX = 1_000_000;

    /// A Monday. It is fixed, so that the same arguments give the same bytes on any day.
    public static final Instant DEFAULT_START = Instant.parse("2026-03-02T00:00:00Z");

    public static final Duration DEFAULT_LEAD = Duration.ofDays(7);

    /// The attacks need this much time after the quiet lead, and before the end.
    public static final Duration ATTACK_TIME_MIN = Duration.ofDays(1);

    public WorldSettings {
        attacks = List.copyOf(attacks);
        List<String> wrong = new ArrayList<>();
        if (days < 1 || days > DAYS_MAX) {
            wrong.add("days=%d; give 1 to %d".formatted(days, DAYS_MAX));
        }
        if (actors < ACTORS_MIN || actors > ACTORS_MAX) {
            wrong.add("actors=%d; give %d to %d".formatted(actors, ACTORS_MIN, ACTORS_MAX));
        }
        if (attackLeadTime.isNegative()) {
            wrong.add("attackLeadTime=%s is negative; give how long the world is quiet at first"
                    .formatted(attackLeadTime));
        }
        Instant end = start.plus(Duration.ofDays(Math.max(0, days)));
        Instant attacksEnd = liveAttacksFrom.filter(end::isAfter).orElse(end);
        if (!attacks.isEmpty() && attacksEnd.isBefore(start.plus(attackLeadTime).plus(ATTACK_TIME_MIN))) {
            wrong.add("attacks begin after attackLeadTime=%s and need %s more, but the time for them ends at %s; "
                            .formatted(attackLeadTime, ATTACK_TIME_MIN, attacksEnd)
                    + "simulate more days, shorten attackLeadTime, or switch attacks off");
        }
        if (liveAttacksFrom.isPresent() && !liveAttacksFrom.get().isBefore(end)) {
            wrong.add("liveAttacksFrom=%s is not before the end %s".formatted(liveAttacksFrom.get(), end));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
    }

    /// Under the usual conditions.
    public WorldSettings(
            Trade trade,
            int days,
            int actors,
            long seed,
            Instant start,
            List<AttackOrder> attacks,
            Duration attackLeadTime,
            Optional<Instant> liveAttacksFrom) {
        this(trade, days, actors, seed, start, attacks, attackLeadTime, liveAttacksFrom, Conditions.USUAL);
    }

    /// The shop, with one attack of each kind if the world is long enough for them.
    public static WorldSettings of(int days, int actors, long seed) {
        boolean attacks = days >= DEFAULT_LEAD.plus(ATTACK_TIME_MIN).toDays();
        return new WorldSettings(
                Trade.SHOP,
                days,
                actors,
                seed,
                DEFAULT_START,
                attacks ? AttackOrder.oneOfEach() : List.of(),
                DEFAULT_LEAD,
                Optional.empty());
    }

    /// The same world in peace.
    public WorldSettings withoutAttacks() {
        return new WorldSettings(
                trade, days, actors, seed, start, List.of(), attackLeadTime, Optional.empty(), conditions);
    }

    /// The same time and people with other attacks.
    public WorldSettings with(List<AttackOrder> others) {
        return new WorldSettings(trade, days, actors, seed, start, others, attackLeadTime, liveAttacksFrom, conditions);
    }

    /// The same in another business.
    public WorldSettings in(Trade other) {
        return new WorldSettings(
                other, days, actors, seed, start, attacks, attackLeadTime, liveAttacksFrom, conditions);
    }

    /// The same from another first instant on.
    public WorldSettings startingAt(Instant other) {
        return new WorldSettings(
                trade, days, actors, seed, other, attacks, attackLeadTime, liveAttacksFrom, conditions);
    }

    /// The same under other conditions.
    public WorldSettings under(Conditions others) {
        return new WorldSettings(trade, days, actors, seed, start, attacks, attackLeadTime, liveAttacksFrom, others);
    }

    /// The first instant after the world.
    public Instant end() {
        return start.plus(Duration.ofDays(days));
    }
}
