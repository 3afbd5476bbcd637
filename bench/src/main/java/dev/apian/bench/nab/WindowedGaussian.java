// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

/// The benchmark's own simple detector: the tail of a normal distribution fitted to the last 6,400 values, again every
/// 100 values. Its published score shows whether [Scorer] is right.
final class WindowedGaussian implements Detector {

    private static final int WINDOW = 6_400;
    private static final int STEP = 100;
    private static final double SPREAD_MIN = 1e-6;

    @Override
    public double[] scores(Series series) {
        double[] scores = new double[series.size()];
        Fit fit = new Fit();
        double mean = 0;
        double spread = 1;
        for (int i = 0; i < series.size(); i++) {
            double z = Math.abs(series.values().get(i) - mean) / spread;
            scores[i] = i == 0 ? 0 : 1 - 0.5 * complementaryError(z / Math.sqrt(2));
            int known = i + 1;
            if (known <= WINDOW) {
                fit.add(series.values().get(i));
            } else if ((known - WINDOW) % STEP == 0) {
                fit = new Fit();
                series.values().subList(known - WINDOW, known).forEach(fit::add);
            }
            mean = fit.mean;
            spread = fit.spread();
        }
        return scores;
    }

    /// Mean and spread of values that come one by one. See Welford, Technometrics 4 (3), 1962.
    private static final class Fit {

        private int count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
        }

        double spread() {
            return squares == 0 ? SPREAD_MIN : Math.sqrt(squares / count);
        }
    }

    /// To 1.2e-7 of its value, for `x` >= 0. See Press et al., Numerical Recipes in C, 2nd ed., section 6.2.
    private static double complementaryError(double x) {
        double t = 1 / (1 + 0.5 * x);
        double sum = 0;
        for (double coefficient : CHEBYSHEV) {
            sum = sum * t + coefficient;
        }
        return t * Math.exp(-x * x + sum);
    }

    private static final double[] CHEBYSHEV = {
        0.17087277,
        -0.82215223,
        1.48851587,
        -1.13520398,
        0.27886807,
        -0.18628806,
        0.09678418,
        0.37409196,
        1.00002368,
        -1.26551223
    };
}
