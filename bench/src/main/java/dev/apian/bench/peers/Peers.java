// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether those who use what is not theirs to use are found by what their peers use.
public final class Peers {

    private static final String USAGE =
            "usage: roles FOLDER [SEED...] | worlds ACTORS ORDERS [SEED...] | refit; seeds are drawn if not given";

    private static final int DAYS = 28;
    private static final int ROLES_DRAWN = 3;
    private static final double CONTAMINATED = 0.05;

    private Peers() {}

    public static void main(String[] args) throws IOException {
        List<String> given = List.of(args);
        System.out.println("bench/peers " + String.join(" ", given) + "\n");
        String what = given.isEmpty() ? "" : given.getFirst();
        System.out.println(
                switch (what) {
                    case "roles" -> Roles.text(Path.of(given.get(1)), seeds(given, 2), ROLES_DRAWN);
                    case "worlds" ->
                        worlds(Integer.parseInt(given.get(1)), Integer.parseInt(given.get(2)), seeds(given, 3));
                    case "refit" -> Refit.text();
                    default -> USAGE;
                });
    }

    private static List<Long> seeds(List<String> given, int from) {
        return given.stream().skip(from).map(Long::valueOf).toList();
    }

    private static String worlds(int actors, int orders, List<Long> given) {
        List<Long> seeds =
                given.isEmpty() ? List.of((long) new SecureRandom().nextInt(1_000_000_000)) : given;
        List<Worlds> shown = new ArrayList<>();
        Table asked = new Table(
                "world", "history", "first uses", "asked", "area under ROC", "found at 10", "found at 1");
        long start = WorldSettings.DEFAULT_START.toEpochMilli() * 1_000;
        for (Trade trade : Trade.known()) {
            for (long seed : seeds) {
                WorldSettings world = WorldSettings.of(DAYS, actors, seed).in(trade);
                Worlds one = Worlds.of(world, Worlds.orders(orders));
                shown.add(one);
                for (double share : new double[] {0, CONTAMINATED}) {
                    Set<String> left = new HashSet<>(one.culprits());
                    CrossRole cross = CrossRole.of(one.log(), share, left, seed);
                    asked.row(
                            trade + ", seed " + seed,
                            share == 0 ? "clean" : "5 % violate from the first day",
                            cross.benign.size(),
                            cross.foreignDays.size(),
                            Table.share(area(cross.benign, cross.foreign)),
                            Table.share(found(cross, 10)),
                            Table.share(found(cross, 1)));
                }
            }
        }
        return """
                ## Three foreign endpoints in a day, asked of many

                %s
                ## Simulated violations, the first of each culprit

                %s
                """.formatted(asked, simulated(shown, start));
    }

    private static Table simulated(List<Worlds> shown, long start) {
        Table table = new Table("method", "limit", "alerts per 1,000 actors and day", "violations", "found");
        double peopleDays = shown.stream()
                .mapToDouble(one -> (one.people() - one.culprits().size()) * (DAYS - Worlds.LEAD.toDays()))
                .sum();
        for (boolean rival : new boolean[] {false, true}) {
            for (double limit : Worlds.LIMITS) {
                int alerts = shown.stream()
                        .mapToInt(one -> one.alerts(limit, rival, start))
                        .sum();
                int attacks = shown.stream().mapToInt(Worlds::attacks).sum();
                int found = shown.stream().mapToInt(one -> one.found(limit, rival)).sum();
                table.row(
                        rival ? "never seen before" : "Apian",
                        limit,
                        String.format(Locale.ROOT, "%.3f", alerts / peopleDays * 1_000),
                        attacks,
                        found);
            }
        }
        return table;
    }

    /// The chance that a foreign use is odder than an ordinary first one, ties half.
    private static double area(List<Double> benign, List<Double> foreign) {
        double[] ordinary = benign.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double sum = 0;
        for (double odd : foreign) {
            int below = lower(ordinary, odd, false);
            int same = lower(ordinary, odd, true) - below;
            sum += ordinary.length - below - same / 2.0;
        }
        return sum / foreign.size() / ordinary.length;
    }

    private static int lower(double[] sorted, double value, boolean including) {
        return (int) Arrays.stream(sorted)
                .filter(one -> including ? one <= value : one < value)
                .count();
    }

    /// The share found where so many of 1,000 actors a day are called odd who are not.
    private static double found(CrossRole cross, int perThousand) {
        List<Double> days = new ArrayList<>(cross.benignDays);
        days.sort(Collections.reverseOrder());
        int allowed = (int) (cross.actorDays / 1_000.0 * perThousand);
        double limit = allowed < days.size() ? days.get(allowed) : 0;
        return cross.foreignDays.stream().filter(one -> one > limit).count() / (double) cross.foreignDays.size();
    }
}
