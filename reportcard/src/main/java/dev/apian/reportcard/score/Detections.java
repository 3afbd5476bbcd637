// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// When each attack was found first at one cut, and what follows: recall, delay, damage.
final class Detections {

    private static final double MICROS_PER_HOUR = 3600e6;
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Attacked> attacks;
    private final long[] foundAt;
    private final long seed;

    Detections(Pool pool, double cut, long seed) {
        this.attacks = pool.attacks();
        this.seed = seed;
        this.foundAt = new long[attacks.size()];
        Arrays.fill(foundAt, NEVER);
        for (Ruling ruling : pool.atCut(cut)) {
            for (int attack : ruling.attacks()) {
                foundAt[attack] = Math.min(foundAt[attack], ruling.alert().micros());
            }
        }
    }

    KindScore overall() {
        return score(
                KindScore.ALL, "", IntStream.range(0, attacks.size()).boxed().toList());
    }

    /// By kind, then tactics, in alphabetical order.
    List<KindScore> kinds() {
        Map<Group, List<Integer>> groups = IntStream.range(0, attacks.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> new Group(attacks.get(i).kind(), attacks.get(i).tactics()),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> score(group.getKey().kind(), group.getKey().tactics(), group.getValue()))
                .toList();
    }

    /// Hours to detection of the attacks found, ascending.
    List<Double> hoursOfFound() {
        return IntStream.range(0, attacks.size())
                .mapToDouble(this::hours)
                .filter(Double::isFinite)
                .sorted()
                .boxed()
                .toList();
    }

    private KindScore score(String kind, String tactics, List<Integer> which) {
        if (which.isEmpty()) {
            return new KindScore(kind, tactics, 0, 0, null, null, null, null, null);
        }
        double[] found =
                which.stream().mapToDouble(i -> foundAt[i] == NEVER ? 0 : 1).toArray();
        double[] hours = which.stream().mapToDouble(this::hours).sorted().toArray();
        double[] damage = which.stream().mapToDouble(this::damage).sorted().toArray();
        double damageShare = which.stream()
                .mapToDouble(i -> (double) damage(i) / attacks.get(i).strikes().size())
                .average()
                .orElseThrow();
        return new KindScore(
                kind,
                tactics,
                which.size(),
                (int) Arrays.stream(found).sum(),
                Bootstrap.mean(found, seed),
                finite(Quantiles.nearestRank(hours, 0.5)),
                finite(Quantiles.nearestRank(hours, 0.9)),
                Quantiles.nearestRank(damage, 0.5),
                damageShare);
    }

    private double hours(int attack) {
        return foundAt[attack] == NEVER
                ? Double.POSITIVE_INFINITY
                : (foundAt[attack] - attacks.get(attack).first()) / MICROS_PER_HOUR;
    }

    private long damage(int attack) {
        return attacks.get(attack).strikes().stream()
                .filter(strike -> strike < foundAt[attack])
                .count();
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private record Group(String kind, String tactics) implements Comparable<Group> {

        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::kind).thenComparing(Group::tactics);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }
}
