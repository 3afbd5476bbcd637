// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the alerts of one rule or detection were worth.
///
/// @param because the rule or detection that said it first
public record Because(String because, long alerts, long trueAlerts) {

    /// The loudest first.
    static List<Because> of(Pool pool) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Ruling ruling : pool.rulings()) {
            long[] row = counts.computeIfAbsent(ruling.alert().because(), _ -> new long[2]);
            row[0]++;
            row[1] += ruling.isTrue() ? 1 : 0;
        }
        return counts.entrySet().stream()
                .map(row -> new Because(row.getKey(), row.getValue()[0], row.getValue()[1]))
                .sorted(Comparator.comparingLong(Because::alerts).reversed())
                .toList();
    }
}
