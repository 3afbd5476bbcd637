// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import java.util.LinkedHashMap;
import java.util.Map;

/// Counts calls by key in the running hour of the clock, and tells the counts when the hour is over.
///
/// Rules over hourly counts run as a query after each full hour; the rivals do the same.
final class HourlyCounts {

    private static final int KEYS_PER_HOUR_MAX = 1_000_000;

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private long hour = Long.MIN_VALUE;

    /// Takes the count of one key in the hour that is over.
    interface HourOver {
        void over(String key, long hour, int count);
    }

    /// Calls that come late are counted in the running hour.
    void see(String key, long micros, HourOver then) {
        var now = Clock.hour(micros);
        if (now > hour) {
            finish(then);
            hour = now;
        }
        if (counts.size() < KEYS_PER_HOUR_MAX || counts.containsKey(key)) {
            counts.computeIfAbsent(key, k -> new int[1])[0]++;
        }
    }

    void finish(HourOver then) {
        counts.forEach((key, count) -> then.over(key, hour, count[0]));
        counts.clear();
    }
}
