// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A time in which far fewer calls came than usually come then: a sender that fell silent, more likely than users who
/// did.
///
/// @param fromMicros  event time, microseconds
/// @param untilMicros the first hour that was as usual again, or where what was seen ends
/// @param calls       that came
/// @param usual       calls that usually come
public record Gap(long fromMicros, long untilMicros, long calls, long usual) {

    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final int HOURS_OF_WEEK = 7 * 24;
    private static final int HOURS_OF_DAY = 24;

    /// Fewer calls than one in so many of the usual ones are a gap.
    private static final long SHARE = 10;

    /// Where fewer come, an hour without any is nothing special.
    private static final long USUAL_MIN = 60;

    /// What is usual is the median of so many earlier weeks, or of as many earlier days while there are no weeks.
    private static final int EARLIER_MIN = 2;

    /// Gaps among hours, whether or not those without calls are in the list.
    ///
    /// @param hours       the oldest first
    /// @param untilMicros the hour in which this lies has not ended and is not looked at
    public static List<Gap> among(List<CoveredHour> hours, long untilMicros) {
        Map<Long, Long> calls = new HashMap<>();
        hours.forEach(hour -> calls.put(hour.fromMicros() / HOUR_MICROS, hour.calls()));
        List<Gap> gaps = new ArrayList<>();
        if (hours.isEmpty()) {
            return gaps;
        }
        long first = hours.getFirst().fromMicros() / HOUR_MICROS;
        long end = Math.floorDiv(untilMicros, HOUR_MICROS);
        for (long hour = first; hour < end; hour++) {
            long usual = usual(calls, first, hour);
            long came = calls.getOrDefault(hour, 0L);
            if (usual >= USUAL_MIN && came * SHARE < usual) {
                add(gaps, hour, came, usual);
            }
        }
        return gaps;
    }

    private static void add(List<Gap> gaps, long hour, long came, long usual) {
        long from = hour * HOUR_MICROS;
        Gap last = gaps.isEmpty() ? null : gaps.getLast();
        if (last != null && last.untilMicros == from) {
            gaps.removeLast();
            gaps.add(new Gap(last.fromMicros, from + HOUR_MICROS, last.calls + came, last.usual + usual));
        } else {
            gaps.add(new Gap(from, from + HOUR_MICROS, came, usual));
        }
    }

    private static long usual(Map<Long, Long> calls, long first, long hour) {
        long weekly = median(calls, first, hour, HOURS_OF_WEEK);
        return weekly >= 0 ? weekly : Math.max(0, median(calls, first, hour, HOURS_OF_DAY));
    }

    /// Of this hour in earlier periods; -1 if there are too few.
    private static long median(Map<Long, Long> calls, long first, long hour, int period) {
        List<Long> earlier = new ArrayList<>();
        for (long before = hour - period; before >= first; before -= period) {
            earlier.add(calls.getOrDefault(before, 0L));
        }
        if (earlier.size() < EARLIER_MIN) {
            return -1;
        }
        long[] sorted = earlier.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
