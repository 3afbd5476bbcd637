// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

/// How improbable a count is under a Poisson rate, in powers of ten, however far out in the tail.
final class Poisson {

    private static final double SMALLEST_TERM = 1e-15;
    private static final int TERMS_MAX = 100_000;
    private static final double STIRLING_FROM = 10;

    private Poisson() {}

    /// -log10 of the probability of `count` or more events when `rate` are expected; 0 if that is certain.
    static double surprise(long count, double rate) {
        if (count <= 0) {
            return 0;
        }
        if (rate <= 0) {
            throw new IllegalArgumentException("rate=" + rate + ": a rate is above 0; give it a prior");
        }
        var upper = count > rate ? logUpper(count, rate) : Math.log1p(-Math.exp(logLower(count - 1, rate)));
        return Math.max(0, -upper / Math.log(10));
    }

    /// Sums the tail upwards from its largest term: p(k) (1 + r/(k+1) + r²/((k+1)(k+2)) + ...).
    private static double logUpper(long count, double rate) {
        var sum = 1.0;
        var term = 1.0;
        for (var i = 1; i < TERMS_MAX && term > SMALLEST_TERM * sum; i++) {
            term *= rate / (count + i);
            sum += term;
        }
        return logTerm(count, rate) + Math.log(sum);
    }

    /// Sums downwards from its largest term: p(k) (1 + k/r + k(k-1)/r² + ...).
    private static double logLower(long count, double rate) {
        var sum = 1.0;
        var term = 1.0;
        for (var i = 0; i < Math.min(count, TERMS_MAX) && term > SMALLEST_TERM * sum; i++) {
            term *= (count - i) / rate;
            sum += term;
        }
        return logTerm(count, rate) + Math.log(sum);
    }

    private static double logTerm(long count, double rate) {
        return count * Math.log(rate) - rate - logGamma(count + 1.0);
    }

    /// ln Γ(x) by Stirling's series; small x are lifted by Γ(x+1) = x Γ(x) first.
    static double logGamma(double x) {
        var lifted = x;
        var product = 1.0;
        while (lifted < STIRLING_FROM) {
            product *= lifted;
            lifted++;
        }
        var square = 1 / (lifted * lifted);
        var series = (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680.0))) / lifted;
        return (lifted - 0.5) * Math.log(lifted) - lifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
    }
}
