// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.List;

/// One statistic of the simulated history, held against the real ones.
///
/// @param lowest of the real data sets, as measured
/// @param highest of the real data sets, as measured
/// @param passes whether the simulated value lies between them, with the margin
public record Check(String statistic, double simulated, double lowest, double highest, boolean passes) {

    /// A handful of data sets does not span what is real: a sixth of new ones would lie above five and a sixth below.
    private static final double MARGIN_OF_RANGE = 0.2;

    /// About the error of these estimators at ten thousand events; it matters where the real ones happen to agree.
    private static final double MARGIN_MIN = 0.1;

    static Check of(String statistic, double simulated, List<Double> real) {
        var known = real.stream()
                .filter(Double::isFinite)
                .mapToDouble(value -> value)
                .summaryStatistics();
        var margin = Math.max(MARGIN_MIN, MARGIN_OF_RANGE * (known.getMax() - known.getMin()));
        var passes =
                known.getCount() > 0 && simulated >= known.getMin() - margin && simulated <= known.getMax() + margin;
        return new Check(statistic, simulated, known.getMin(), known.getMax(), passes);
    }
}
