// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The calls of one credential on their way from the rates of one actor to those of another.
///
/// Calls are known by the hour, so windows of ten minutes stay as they were and are learned anew.
final class HoursMoved {

    private static final long HOUR = LastDay.HOUR_MICROS;

    private final LastDay others;
    private final NavigableMap<Long, NavigableMap<Long, Integer>> calls;
    private final long oldest;

    /// Takes the credential out of an actor's last day.
    HoursMoved(LastDay from, long credential, long micros) {
        calls = from.remove(credential, micros);
        others = from;
        oldest = Math.floorDiv(micros, HOUR) - LastDay.HOURS;
    }

    /// By endpoint, then by hour since the epoch.
    Map<Long, NavigableMap<Long, Integer>> calls() {
        return calls;
    }

    long count() {
        return calls.values().stream()
                .flatMap(hours -> hours.values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    /// @param hours of one endpoint
    void subtract(long endpoint, NavigableMap<Long, Integer> hours, @Nullable Habit from, Habit into) {
        for (Scale scale : Scale.values()) {
            if (scale.micros() >= HOUR) {
                hours.forEach((hour, count) -> into.rate(scale).count(hour * HOUR, scale, count));
                if (from != null) {
                    byWindow(hours, scale)
                            .forEach((window, count) -> from.rate(scale)
                                    .subtract(
                                            window * scale.micros(),
                                            count,
                                            all(endpoint, hours, window, scale),
                                            scale));
                }
            }
        }
        if (!hours.isEmpty()) {
            into.first = hours.firstKey() * HOUR;
            into.last = hours.lastKey() * HOUR;
        }
        if (from != null) {
            into.day = from.day;
            into.days = from.days;
            into.ownedEpoch = from.ownedEpoch;
            into.foreignEpoch = from.foreignEpoch;
        }
    }

    private static NavigableMap<Long, Integer> byWindow(NavigableMap<Long, Integer> hours, Scale scale) {
        NavigableMap<Long, Integer> windows = new TreeMap<>();
        hours.forEach((hour, count) -> windows.merge(Math.floorDiv(hour * HOUR, scale.micros()), count, Integer::sum));
        return windows;
    }

    /// All calls of a window, 0 if it began before what is known.
    private int all(long endpoint, NavigableMap<Long, Integer> hours, long window, Scale scale) {
        long from = window * scale.micros() / HOUR;
        long until = (window + 1) * scale.micros() / HOUR;
        if (from < oldest) {
            return 0;
        }
        int mine = hours.subMap(from, until).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return mine + others.calls(endpoint, from, until);
    }
}
