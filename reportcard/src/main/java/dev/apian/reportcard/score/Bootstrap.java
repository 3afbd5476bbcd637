// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Percentile intervals by drawing the sample again, with replacement. The seed makes the same input give the same
/// interval.
final class Bootstrap {

    static final int DRAWS = 1_000;

    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /// The ratio of two sums over clusters, for example false alerts to days of an actor; whole clusters are drawn.
    /// A draw without any denominator is left out.
    static Estimate ratio(double[] numerators, double[] denominators, double scale, long seed) {
        double value = scale
                * Arrays.stream(numerators).sum()
                / Arrays.stream(denominators).sum();
        SplittableRandom random = new SplittableRandom(seed);
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            draws[draw] = scale * drawn(numerators, denominators, random);
        }
        double[] sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        return new Estimate(value, Quantiles.nearestRank(sorted, TAIL), Quantiles.nearestRank(sorted, 1 - TAIL));
    }

    /// The mean of the values; each value is drawn for itself.
    static Estimate mean(double[] values, long seed) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ratio(values, ones, 1, seed);
    }

    private static double drawn(double[] numerators, double[] denominators, SplittableRandom random) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < numerators.length; i++) {
            int pick = random.nextInt(numerators.length);
            above += numerators[pick];
            below += denominators[pick];
        }
        return above / below;
    }
}
