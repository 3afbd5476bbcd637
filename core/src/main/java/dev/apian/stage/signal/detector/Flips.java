// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How often one consumer's credentials change sides in a quarter of an hour in which they are used: a Gamma
/// distribution over the rate, which old behaviour leaves with a half-life.
final class Flips implements State {

    private static final double HALF_LIFE_MICROS = 7 * 24 * 3_600e6;

    /// A rate of one theft must not become what is usual.
    private static final int LEARNED_A_WINDOW_MAX = 8;

    /// Changes a quarter of an hour, if two parties work at once: shape 1 is any number, 4 in the mean.
    private static final double TWO_PARTIES_MEAN = 4;

    private double changes;
    private double windows;
    private long lastWindow = Long.MIN_VALUE;
    private long decayed;
    private int learned;

    /// Notes that there was a call.
    void call(long micros, long windowMicros) {
        long window = Math.floorDiv(micros, windowMicros);
        if (window != lastWindow) {
            decay(micros);
            lastWindow = window;
            windows++;
            learned = 0;
        }
    }

    private void decay(long micros) {
        double left = decayed == 0 ? 1 : StrictMath.pow(0.5, Math.max(0, micros - decayed) / HALF_LIFE_MICROS);
        changes *= left;
        windows *= left;
        decayed = micros;
    }

    /// A change that is over, and did not lead to anything.
    void learn() {
        if (learned < LEARNED_A_WINDOW_MAX) {
            learned++;
            changes++;
        }
    }

    /// Changes expected a window.
    double rate(Prior prior) {
        return (prior.changes + changes) / (prior.windows + windows);
    }

    /// How many times likelier so many changes in a window are if two parties work at once, as a natural logarithm.
    /// Both are negative binomial: a Poisson count whose rate is only known as a Gamma distribution.
    double logRatio(int count, Prior prior) {
        double shape = prior.changes + changes;
        double scale = prior.windows + windows;
        return logProbability(count, 1, 1 / TWO_PARTIES_MEAN) - logProbability(count, shape, scale);
    }

    /// Of a count that is Poisson with a Gamma rate of this shape and inverse scale, over one window.
    private static double logProbability(int count, double shape, double scale) {
        double log = shape * StrictMath.log(scale / (scale + 1)) - count * StrictMath.log(scale + 1);
        for (int i = 0; i < count; i++) {
            log += StrictMath.log((shape + i) / (i + 1));
        }
        return log;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(changes);
        out.writeDouble(windows);
        out.writeLong(lastWindow);
        out.writeLong(decayed);
        out.writeInt(learned);
    }

    @Override
    public void load(DataInput in) throws IOException {
        changes = in.readDouble();
        windows = in.readDouble();
        lastWindow = in.readLong();
        decayed = in.readLong();
        learned = in.readInt();
    }

    /// What is assumed of a consumer before it was watched.
    ///
    /// @param changes so many
    /// @param windows in so many quarters of an hour
    record Prior(double changes, double windows) {}
}
