// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Finds the limit on the score at which a rival's false alerts stay within a budget.
///
/// Every rival is tuned on other worlds than it is reported on, to the budget that Apian has.
public final class Tuning {

    private Tuning() {}

    /// The lowest limit within the budget; 0 if everything is.
    ///
    /// @param falseFindings those about harmless actors, any order
    /// @param budget false alerts per 1,000 actors and day; findings of an actor within 24 hours are one alert
    public static double limit(List<Finding> falseFindings, long actors, int days, double budget) {
        return limit(List.of(falseFindings), actors * days, budget);
    }

    /// The same over several worlds, in which the same name is another actor.
    ///
    /// @param actorDays actors times days, summed over the worlds
    public static double limit(List<List<Finding>> worlds, long actorDays, double budget) {
        var allowed = budget * actorDays / 1_000;
        if (alerts(worlds, Double.NEGATIVE_INFINITY) <= allowed) {
            return 0;
        }
        var scores = worlds.stream()
                .flatMap(List::stream)
                .mapToDouble(Finding::score)
                .sorted()
                .distinct()
                .toArray();
        // A stricter limit never gives more alerts, since they are the fewest days that cover the findings.
        var tooLenient = 0;
        var within = scores.length;
        while (within - tooLenient > 1) {
            var middle = (within + tooLenient) >>> 1;
            if (alerts(worlds, scores[middle]) <= allowed) {
                within = middle;
            } else {
                tooLenient = middle;
            }
        }
        return within < scores.length ? scores[within] : Math.nextUp(scores[scores.length - 1]);
    }

    private static long alerts(List<List<Finding>> worlds, double limit) {
        return worlds.stream().mapToLong(world -> alertsIn(world, limit)).sum();
    }

    private static long alertsIn(List<Finding> world, double limit) {
        var passing = new ArrayList<>(world);
        passing.removeIf(finding -> finding.score() < limit);
        passing.sort(Comparator.comparingLong(Finding::micros));
        var alertedAt = new HashMap<String, Long>();
        var alerts = 0L;
        for (var finding : passing) {
            var at = alertedAt.get(finding.actor());
            if (at == null || finding.micros() - at >= Clock.DAY) {
                alertedAt.put(finding.actor(), finding.micros());
                alerts++;
            }
        }
        return alerts;
    }
}
