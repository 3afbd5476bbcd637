// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// Quantiles by nearest rank: always one of the values, so that an attack never found can be the answer and is never
/// averaged away.
final class Quantiles {

    private static final double ROUNDING = 1e-9;

    private Quantiles() {}

    /// The value at place ceil(q n) of n ascending values; may be infinite.
    static double nearestRank(double[] ascending, double q) {
        if (ascending.length == 0) {
            throw new IllegalArgumentException("no values: ask for a quantile only where there is at least one");
        }
        int place = (int) Math.ceil(q * ascending.length - ROUNDING);
        return ascending[Math.clamp(place, 1, ascending.length) - 1];
    }
}
