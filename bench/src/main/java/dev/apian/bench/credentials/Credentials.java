// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.credentials;

import dev.apian.bench.identity.Options;
import dev.apian.bench.identity.Table;
import dev.apian.reportcard.score.Loudness;
import dev.apian.reportcard.score.TheftScore;
import dev.apian.reportcard.world.Records;
import dev.apian.reportcard.world.Showing;
import dev.apian.simulator.Attack;
import dev.apian.simulator.Conditions;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How surely and how soon it is found that a token, a session or a password is used by somebody else, and what
/// looking for that costs, where a fifth of all actors use VPNs and two fifths mobile networks.
///
/// Only alerts count, and only if a signal of the detections on places holds a call of the thief. Rivals see the same
/// calls in the same run.
public final class Credentials {

    private static final String APIAN = "Apian";

    /// So long nothing bad happens, so that there is a normal to learn.
    private static final Duration LEAD = Duration.ofDays(10);

    private static final double MINUTES_A_DAY = 24 * 60;

    private final Map<String, Method> methods = new LinkedHashMap<>();

    private Credentials() {}

    public static void main(String[] args) {
        Options options = Options.parse(args);
        System.out.println("bench/credentials " + options + "\n");
        Credentials all = new Credentials();
        StringBuilder parts = new StringBuilder();
        for (Trade trade : options.trades()) {
            Credentials own = new Credentials();
            options.seeds().forEach(seed -> own.measure(world(options, trade, seed)));
            own.methods.forEach((name, method) -> all.method(name).addAll(method));
            parts.append("**").append(trade).append("**\n\n").append(own.text()).append('\n');
        }
        System.out.println(all.text());
        System.out.println(parts);
    }

    private static WorldSettings world(Options options, Trade trade, long seed) {
        return new WorldSettings(
                trade,
                options.days(),
                options.actors(),
                seed,
                WorldSettings.DEFAULT_START,
                Misuse.orders(options.attackers()),
                LEAD,
                Optional.empty(),
                Conditions.ON_THE_MOVE);
    }

    private void measure(WorldSettings world) {
        Watch watch = new Watch();
        List<Attack> attacks = Showing.of(world, Records.FULL, watch);
        var innocents = watch.innocents(attacks);
        long end = TimeUnit.SECONDS.toMicros(world.end().getEpochSecond());
        method(APIAN).attacked(attacks, watch.claims(), innocents, world.days(), end);
        watch.rivalClaims()
                .forEach((name, claims) -> method(name).attacked(attacks, claims, innocents, world.days(), end));

        Watch peace = new Watch();
        Showing.of(world.withoutAttacks(), Records.FULL, peace);
        var all = peace.innocents(List.of());
        method(APIAN).inPeace(peace.claims(), all, world.days());
        peace.rivalClaims().forEach((name, claims) -> method(name).inPeace(claims, all, world.days()));
    }

    private Method method(String name) {
        return methods.computeIfAbsent(name, _ -> new Method());
    }

    private String text() {
        List<String> columns = new ArrayList<>(List.of("misuse", "of", "15 minutes", "a day", "median minutes"));
        columns.addAll(methods.keySet());
        Table table = new Table(columns.toArray(String[]::new));
        for (Misuse misuse : Misuse.values()) {
            row(table, misuse.label(), misuse::equals);
        }
        row(table, "**all without a VPN**", misuse -> !misuse.isBehindVpn());
        row(table, "**all behind a VPN**", Misuse::isBehindVpn);
        return table + "\nRecall of each method: any time up to a day after the last call.\n\n" + costs();
    }

    private void row(Table table, String label, Predicate<Misuse> which) {
        TheftScore apian = method(APIAN).score(which);
        OptionalDouble days = apian.medianDays();
        List<Object> cells = new ArrayList<>(List.of(
                label,
                apian.thefts(),
                share(apian.within(Duration.ofMinutes(15))),
                share(apian.within(Duration.ofDays(1))),
                days.isEmpty() ? "–" : String.format(Locale.ROOT, "%.1f", days.getAsDouble() * MINUTES_A_DAY)));
        methods.values().forEach(method -> cells.add(share(method.score(which).byTheEnd())));
        table.row(cells.toArray());
    }

    private String costs() {
        Table table = new Table("false alerts per 1,000 actors and day", "beside attacks", "in peace", "because of");
        methods.forEach((name, method) -> table.row(
                name,
                rate(method.besideAttacks()),
                rate(method.inPeace()),
                method.reasons().entrySet().stream()
                        .map(reason -> reason.getKey() + " " + reason.getValue())
                        .collect(Collectors.joining(", "))));
        return table.toString();
    }

    private static String rate(Loudness loudness) {
        return String.format(Locale.ROOT, "%.3f (%d)", loudness.perThousand(), loudness.alerts());
    }

    private static String share(TheftScore.Found found) {
        return found.of() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", found.share());
    }
}
