// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.Arrays;

/// The few estimators that the statistics share. What cannot be estimated from so little is not a number.
final class Fit {

    private static final int POINTS_MIN = 3;

    private Fit() {}

    static double mean(long[] values, int from, int to) {
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    static double deviation(long[] values, int from, int to) {
        var mean = mean(values, from, to);
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / (to - from));
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// Of the straight line through the points by least squares.
    static double slope(double[] x, double[] y) {
        if (x.length < POINTS_MIN) {
            return Double.NaN;
        }
        var meanX = Arrays.stream(x).average().orElseThrow();
        var meanY = Arrays.stream(y).average().orElseThrow();
        var across = 0.0;
        var squares = 0.0;
        for (var i = 0; i < x.length; i++) {
            across += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return across / squares;
    }

    /// Hill's estimator: P(X > x) falls as x to the minus this, from the values in the upper `share`.
    static double hill(long[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var tail = (int) (sorted.length * share);
        if (tail < POINTS_MIN) {
            return Double.NaN;
        }
        var threshold = sorted[sorted.length - tail - 1];
        var sum = 0.0;
        for (var i = sorted.length - tail; i < sorted.length; i++) {
            sum += Math.log(sorted[i] / (double) threshold);
        }
        return tail / sum;
    }
}
