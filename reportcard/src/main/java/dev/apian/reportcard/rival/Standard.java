// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

/// Brings each number to mean 0 and deviation 1 by what was seen so far (Welford's running moments).
final class Standard {

    private static final double DEVIATION_MIN = 0.05;
    private static final double DEVIATIONS_MAX = 10;

    private final double[] mean;
    private final double[] squares;
    private long seen;

    Standard(int size) {
        mean = new double[size];
        squares = new double[size];
    }

    void learn(double[] values) {
        seen++;
        for (var i = 0; i < values.length; i++) {
            var off = values[i] - mean[i];
            mean[i] += off / seen;
            squares[i] += off * (values[i] - mean[i]);
        }
    }

    /// Clipped at ten deviations either side.
    float[] apply(double[] values) {
        var standard = new float[values.length];
        for (var i = 0; i < values.length; i++) {
            var deviation = seen < 2 ? 1 : Math.max(DEVIATION_MIN, Math.sqrt(squares[i] / seen));
            standard[i] = (float) Math.clamp((values[i] - mean[i]) / deviation, -DEVIATIONS_MAX, DEVIATIONS_MAX);
        }
        return standard;
    }
}
