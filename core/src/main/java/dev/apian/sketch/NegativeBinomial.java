// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

/// Tail of the negative binomial distribution, the law of counts whose rate itself varies.
///
/// P(X >= k) is the regularised incomplete beta function I_p(k, r) with p = mean / (mean + r); the continued
/// fraction is Lentz's, see Press et al., Numerical Recipes, 3rd ed., section 6.4. `StrictMath` keeps results
/// equal on all machines.
public final class NegativeBinomial {

    private static final int ITERATIONS_MAX = 500;
    private static final double PRECISION = 1e-12;
    private static final double TINY = 1e-300;

    private NegativeBinomial() {}

    /// Probability of `k` or more when the mean and variance are as given; variance at or under the mean
    /// counts as Poisson.
    public static double tail(long k, double mean, double variance) {
        if (k <= 0) {
            return 1;
        }
        if (mean <= 0) {
            return 0;
        }
        double excess = Math.max(variance - mean, mean * 1e-3);
        double r = mean * mean / excess;
        return incompleteBeta((double) k, r, mean / (mean + r));
    }

    /// The least count that is exceeded with a probability under `p`.
    public static long upper(double p, double mean, double variance) {
        long high = Math.max(1, (long) mean);
        while (tail(high + 1, mean, variance) > p) {
            high *= 2;
        }
        long low = 0;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (tail(middle + 1, mean, variance) > p) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double incompleteBeta(double a, double b, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = StrictMath.exp(
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * continuedFraction(a, b, x) / a
                : 1 - front * continuedFraction(b, a, 1 - x) / b;
    }

    private static double continuedFraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= ITERATIONS_MAX; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return h;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static final double[] LANCZOS = {
        76.18009172947146,
        -86.50532032941678,
        24.01409824083091,
        -1.231739572450155,
        0.001208650973866179,
        -0.000005395239384953
    };

    private static final double SQRT_2_PI = StrictMath.sqrt(2 * Math.PI);

    private static double logGamma(double x) {
        double t = x + 5.5;
        t -= (x + 0.5) * StrictMath.log(t);
        double series = 1.000000000190015;
        double y = x;
        for (double coefficient : LANCZOS) {
            y += 1;
            series += coefficient / y;
        }
        return -t + StrictMath.log(SQRT_2_PI * series / x);
    }
}
