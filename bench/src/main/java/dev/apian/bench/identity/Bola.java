// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.reportcard.score.Loudness;
import dev.apian.reportcard.score.TheftScore;
import dev.apian.reportcard.world.Records;
import dev.apian.reportcard.world.Showing;
import dev.apian.reportcard.world.TheftWatch;
import dev.apian.simulator.Attack;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How soon somebody is found who reads what belongs to others, a few a day or once, and what looking for that costs.
///
/// Only alerts with evidence about entities count, and only if the evidence holds a foreign read.
public final class Bola {

    /// So long nothing bad happens, so that there is a normal to learn.
    private static final Duration LEAD = Duration.ofDays(10);

    /// So few that an endpoint has some 200 sessions before anything happens.
    private static final int FEW_ACTORS = 45;

    /// Small worlds have one attacker each, since two would be a good part of the customers.
    private static final int FEW_WORLDS = 3;

    private static final long SEEDS_APART = 1_000_003;

    private final Map<Raid, TheftScore> scores = new EnumMap<>(Raid.class);
    private final Map<String, Integer> reasons = new HashMap<>();
    private final List<Integer> sessionsBefore = new ArrayList<>();
    private Loudness besideAttacks = Loudness.NONE;
    private Loudness inPeace = Loudness.NONE;

    private Bola() {
        for (Raid raid : Raid.values()) {
            scores.put(raid, new TheftScore());
        }
    }

    public static void main(String[] args) {
        Options options = Options.parse(args);
        System.out.println("bench/bola " + options + "\n");
        System.out.println(large("with bodies", options, Records.FULL));
        System.out.println(small(options));
        System.out.println(large("without bodies", options, Records.WITHOUT_BODIES));
    }

    private static String large(String title, Options options, Records records) {
        return text("%s, %,d actors".formatted(title, options.actors()), options, (raids, trade, seed) -> {
            WorldSettings world = world(options, trade, options.actors(), seed, Raid.orders(options.attackers()));
            raids.attack(world, records);
            raids.keepPeace(world, records);
        });
    }

    private static String small(Options options) {
        String title = "few sessions, with bodies, %d actors and one attacker a world".formatted(FEW_ACTORS);
        return text(title, options, (raids, trade, seed) -> {
            for (int i = 0; i < FEW_WORLDS; i++) {
                WorldSettings world = world(options, trade, FEW_ACTORS, seed + i * SEEDS_APART, List.of());
                for (Raid raid : Raid.values()) {
                    raids.attack(world.with(List.of(raid.order())), Records.FULL);
                }
                raids.keepPeace(world, Records.FULL);
            }
        });
    }

    /// All businesses together, then each.
    private static String text(String title, Options options, Showings showings) {
        Bola all = new Bola();
        StringBuilder parts = new StringBuilder();
        for (Trade trade : options.trades()) {
            Bola own = new Bola();
            options.seeds().forEach(seed -> showings.show(own, trade, seed));
            all.addAll(own);
            parts.append("**").append(trade).append("**\n\n").append(own.text()).append('\n');
        }
        return "## " + title + "\n\n" + all.text() + "\n" + parts;
    }

    private void addAll(Bola others) {
        others.scores.forEach((raid, score) -> score(raid).addAll(score));
        others.reasons.forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
        sessionsBefore.addAll(others.sessionsBefore);
        besideAttacks = besideAttacks.plus(others.besideAttacks);
        inPeace = inPeace.plus(others.inPeace);
    }

    private static WorldSettings world(Options options, Trade trade, int actors, long seed, List<AttackOrder> attacks) {
        return new WorldSettings(
                trade, options.days(), actors, seed, WorldSettings.DEFAULT_START, attacks, LEAD, Optional.empty());
    }

    private void attack(WorldSettings world, Records records) {
        TheftWatch watch = new TheftWatch();
        List<Attack> attacks = Showing.of(world, records, watch);
        for (Attack attack : attacks) {
            Raid raid = Raid.of(attack);
            score(raid).add(TheftWatch.theft(attack, raid.label(), micros(world.end())), watch.claims());
        }
        besideAttacks = besideAttacks.plus(loudness(watch, watch.innocents(attacks), world));
        sessionsBefore.addAll(watch.sessionsBefore());
    }

    private void keepPeace(WorldSettings world, Records records) {
        TheftWatch watch = new TheftWatch();
        Showing.of(world.withoutAttacks(), records, watch);
        inPeace = inPeace.plus(loudness(watch, watch.innocents(List.of()), world));
    }

    private String text() {
        return table() + "\n" + costs();
    }

    private TheftScore score(Raid raid) {
        return scores.computeIfAbsent(raid, _ -> new TheftScore());
    }

    private Loudness loudness(TheftWatch watch, Set<String> innocents, WorldSettings world) {
        watch.claims().stream()
                .filter(claim -> innocents.contains(claim.actor()))
                .forEach(claim -> reasons.merge(claim.because(), 1, Integer::sum));
        return Loudness.of(watch.claims(), innocents, world.days());
    }

    private String table() {
        Table table = new Table(
                "foreign reads", "thefts", "at once", "7 days", "14 days", "30 days", "by the end", "median days");
        scores.forEach((raid, score) -> {
            OptionalDouble days = score.medianDays();
            table.row(
                    raid.label(),
                    score.thefts(),
                    found(score.within(TheftScore.AT_ONCE)),
                    found(score.within(Duration.ofDays(7))),
                    found(score.within(Duration.ofDays(14))),
                    found(score.within(Duration.ofDays(30))),
                    found(score.byTheEnd()),
                    days.isEmpty() ? "–" : String.format(Locale.ROOT, "%.1f", days.getAsDouble()));
        });
        return table.toString();
    }

    private static String found(TheftScore.Found found) {
        return found.of() == 0
                ? "–"
                : String.format(Locale.ROOT, "%.2f (%d of %d)", found.share(), found.found(), found.of());
    }

    private String costs() {
        List<Integer> sorted = new ArrayList<>(sessionsBefore);
        Collections.sort(sorted);
        String sessions = sorted.isEmpty()
                ? "none"
                : "%d, %d, %d".formatted(sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
        return """
                Alerts about entities per 1,000 actors and day, of those who did nothing: %.3f beside attackers (%d), \
                %.3f in peace (%d); claims by detection: %s.
                Sessions with an attacked endpoint before the first attack (least, median, most): %s.
                """.formatted(
                        besideAttacks.perThousand(),
                        besideAttacks.alerts(),
                        inPeace.perThousand(),
                        inPeace.alerts(),
                        reasons,
                        sessions);
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * 1_000;
    }

    /// Shows Apian the worlds of one business and seed.
    @FunctionalInterface
    private interface Showings {
        void show(Bola raids, Trade trade, long seed);
    }
}
