// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How odd ordinary first uses are: what turns a score into the share of them that are at least as odd.
///
/// A histogram of scores, of which older ones weigh less. Beyond its odd end the share falls exponentially, as the
/// excesses over a high limit of most laws do (Pickands 1975), so that two very odd uses still differ.
public final class Calibration {

    /// Scores are counted in steps of this size.
    private static final double STEP = 0.25;

    /// Scores beyond plus and minus this are counted at the end.
    private static final double SCORE_MAX = 40;

    private static final int STEPS = (int) (2 * SCORE_MAX / STEP);

    /// What is left of a day's weight the day after: two weeks count half.
    private static final double DAILY = 0.95;

    /// Where the exponential end begins.
    private static final double TAIL = 0.1;

    /// With less weight, nothing can be said.
    private static final double WEIGHT_MIN = 20;

    /// How fast the share falls per unit of score at least: before the tail is known.
    private static final double EXCESS_PRIOR = 1;

    private final double[] weights = new double[STEPS];

    /// Adds the score of a first use.
    void add(double score, double weight) {
        weights[step(score)] += weight;
    }

    /// A day has gone by.
    void age() {
        for (int n = 0; n < STEPS; n++) {
            weights[n] *= DAILY;
        }
    }

    double weight() {
        return Arrays.stream(weights).sum();
    }

    /// This history with another one, each vote of which counts so much.
    Calibration plus(Calibration other, double times) {
        Calibration sum = copy();
        for (int n = 0; n < STEPS; n++) {
            sum.weights[n] += times * other.weights[n];
        }
        return sum;
    }

    Calibration copy() {
        Calibration copy = new Calibration();
        System.arraycopy(weights, 0, copy.weights, 0, STEPS);
        return copy;
    }

    /// The share of ordinary first uses with this score or a lower one, in (0, 1]; NaN as long as too few were seen.
    public double shareAsOdd(double score) {
        double total = weight();
        if (total < WEIGHT_MIN) {
            return Double.NaN;
        }
        double tail = 0;
        int limit = 0;
        while (limit < STEPS - 1 && tail + weights[limit] <= TAIL * total) {
            tail += weights[limit];
            limit++;
        }
        double border = limit * STEP - SCORE_MAX;
        if (score >= border) {
            double below = 0;
            int step = step(score);
            for (int n = 0; n < step; n++) {
                below += weights[n];
            }
            double within = Math.clamp((score - (step * STEP - SCORE_MAX)) / STEP, 0, 1);
            return Math.min(1, (1 + below + within * weights[step]) / (1 + total));
        }
        return (1 + tail) / (1 + total) * StrictMath.exp((score - border) / excess(limit, border, tail));
    }

    /// The mean distance of the odd from the border; a few more are assumed at the distance beforehand.
    private double excess(int limit, double border, double tail) {
        double sum = EXCESS_PRIOR;
        for (int n = 0; n < limit; n++) {
            sum += weights[n] * (border - ((n + 0.5) * STEP - SCORE_MAX));
        }
        return sum / (1 + tail);
    }

    private static int step(double score) {
        return Math.clamp((int) Math.floor((score + SCORE_MAX) / STEP), 0, STEPS - 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Calibration calibration && Arrays.equals(weights, calibration.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    void save(DataOutput out) throws IOException {
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    static Calibration read(DataInput in) throws IOException {
        Calibration calibration = new Calibration();
        for (int n = 0; n < STEPS; n++) {
            calibration.weights[n] = in.readDouble();
        }
        return calibration;
    }
}
