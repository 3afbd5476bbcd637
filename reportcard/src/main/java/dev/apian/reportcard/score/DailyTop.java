// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How good the alerts are that somebody reads who has time for 20 a day. The days of all worlds count together.
///
/// @param read alerts read, fewer than 20 a day if there were fewer
/// @param right how many of them are true
/// @param precision their share; null if there was none to read
public record DailyTop(long read, long right, @Nullable Double precision) {

    static final int ALERTS_PER_DAY = 20;

    /// Among equal scores the earlier alert is read first.
    private static final Comparator<Ruling> WORST_FIRST = Comparator.comparingDouble(
                    (Ruling ruling) -> ruling.alert().score())
            .reversed()
            .thenComparingLong(ruling -> ruling.alert().micros())
            .thenComparing(ruling -> ruling.alert().actor());

    private record WorldDay(int world, int day) {}

    static DailyTop of(Pool pool) {
        Map<WorldDay, List<Ruling>> days = pool.rulings().stream()
                .collect(Collectors.groupingBy(ruling -> new WorldDay(ruling.world(), ruling.day())));
        List<Ruling> read = days.values().stream()
                .flatMap(day -> day.stream().sorted(WORST_FIRST).limit(ALERTS_PER_DAY))
                .toList();
        long right = read.stream().filter(Ruling::isTrue).count();
        return new DailyTop(read.size(), right, read.isEmpty() ? null : (double) right / read.size());
    }
}
