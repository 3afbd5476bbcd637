// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// The 95 % interval of a count's mean (Garwood 1936), by bisection while the sums are short, by Byar's formula beyond.
final class Poisson {

    private static final double TAIL = 0.025;
    private static final double Z = 1.959963984540054;
    private static final long EXACT_MAX = 100;
    private static final int HALVINGS = 100;

    private Poisson() {}

    static Estimate interval(long count) {
        if (count > EXACT_MAX) {
            return new Estimate(count, byar(count, -Z), byar(count + 1, Z));
        }
        double low = count == 0 ? 0 : meanAt(count - 1, 1 - TAIL);
        return new Estimate(count, low, meanAt(count, TAIL));
    }

    /// The mean at which at most `count` events have this probability.
    private static double meanAt(long count, double probability) {
        double low = 0;
        double high = 2.0 * count + 20;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(count, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double atMost(long count, double mean) {
        double term = StrictMath.exp(-mean);
        double sum = term;
        for (long k = 1; k <= count; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }

    private static double byar(long count, double z) {
        return count * StrictMath.pow(1 - 1 / (9.0 * count) + z / (3 * Math.sqrt((double) count)), 3);
    }
}
