// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts false alerts at one cut, on all days, on days of a release, and on the calm days.
final class FalseRates {

    static final double ACTORS = 1_000;

    private static final String RELEASE = "release";

    private final Pool pool;
    private final double cut;
    private final long seed;
    private final List<BitSet> releases;

    FalseRates(Pool pool, double cut, long seed) {
        this.pool = pool;
        this.cut = cut;
        this.seed = seed;
        this.releases =
                pool.worlds().stream().map(world -> releaseDays(world.truth())).toList();
    }

    FalseAlerts everyDay() {
        return on((_, _) -> true);
    }

    FalseAlerts onReleaseDays() {
        return on((world, day) -> releases.get(world).get(day));
    }

    FalseAlerts onCalmDays() {
        return on((world, day) -> !releases.get(world).get(day));
    }

    private interface Days {
        boolean include(int world, int day);
    }

    private record Cluster(int world, String actor) {}

    private FalseAlerts on(Days days) {
        long raw = pool.rawFalse().stream()
                .filter(found -> found.score() >= cut && days.include(found.world(), found.day()))
                .count();
        Map<Cluster, Integer> places = new HashMap<>();
        double[] exposure = exposure(days, places);
        double[] alerts = new double[exposure.length];
        for (Ruling ruling : pool.rulings()) {
            if (ruling.passes(cut) && !ruling.isTrue() && days.include(ruling.world(), ruling.day())) {
                alerts[place(ruling, places)]++;
            }
        }
        double actorDays = Arrays.stream(exposure).sum();
        long total = (long) Arrays.stream(alerts).sum();
        if (actorDays == 0) {
            return new FalseAlerts(total, 0, null, raw, null);
        }
        Estimate rate = Bootstrap.ratio(alerts, exposure, ACTORS, seed);
        return new FalseAlerts(total, actorDays, rate, raw, ACTORS * raw / actorDays);
    }

    private double[] exposure(Days days, Map<Cluster, Integer> places) {
        double[] exposure = new double
                [pool.worlds().stream()
                        .mapToInt(world -> world.truth().actors().size())
                        .sum()];
        for (int world = 0; world < pool.worlds().size(); world++) {
            Truth truth = pool.worlds().get(world).truth();
            int included = 0;
            for (int day = 0; day < truth.days(); day++) {
                included += days.include(world, day) ? 1 : 0;
            }
            for (String actor : truth.actors()) {
                exposure[places.size()] = included;
                places.put(new Cluster(world, actor), places.size());
            }
        }
        return exposure;
    }

    private int place(Ruling ruling, Map<Cluster, Integer> places) {
        Integer place = places.get(new Cluster(ruling.world(), ruling.alert().actor()));
        if (place == null) {
            throw new IllegalArgumentException(
                    pool.worlds().get(ruling.world()).truth().world() + ": a finding about "
                            + ruling.alert().actor() + ", who is not among the actors; a finding names a true actor");
        }
        return place;
    }

    private static BitSet releaseDays(Truth truth) {
        BitSet days = new BitSet();
        for (Occasion occasion : truth.occasions()) {
            if (occasion.kind().equals(RELEASE) && occasion.actor().isEmpty()) {
                for (int day = 0; day < truth.days(); day++) {
                    long from = truth.start() + day * Alerts.DAY_MICROS;
                    if (occasion.from() < from + Alerts.DAY_MICROS && occasion.to() > from) {
                        days.set(day);
                    }
                }
            }
        }
        return days;
    }
}
