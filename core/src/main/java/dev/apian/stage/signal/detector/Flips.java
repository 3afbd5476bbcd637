// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// In how many of the quarters of an hour in which one consumer's credentials are used they change sides: a Beta
/// distribution over that share, which old behaviour leaves with a half-life.
///
/// Whether there is a change, and how many follow it, are two questions (a hurdle model, Mullahy 1986): most quarters
/// have none, and a consumer who changes at all may change often.
final class Flips implements State {

    private static final double HALF_LIFE_MICROS = 7 * 24 * 3_600e6;

    /// Where two parties work at once, four in five changes are followed by another.
    private static final double TWO_PARTIES_GO_ON = 0.8;

    private double changed;
    private double windows;
    private long lastWindow = Long.MIN_VALUE;
    private long decayed;
    private boolean learned;

    /// Notes that there was a call.
    void call(long micros, long windowMicros) {
        long window = Math.floorDiv(micros, windowMicros);
        if (window != lastWindow) {
            decay(micros);
            lastWindow = window;
            windows++;
            learned = false;
        }
    }

    private void decay(long micros) {
        double left = decayed == 0 ? 1 : StrictMath.pow(0.5, Math.max(0, micros - decayed) / HALF_LIFE_MICROS);
        changed *= left;
        windows *= left;
        decayed = micros;
    }

    /// A change that is over.
    void learn() {
        if (!learned) {
            learned = true;
            changed++;
        }
    }

    /// The share of windows with changes.
    double share(Prior prior) {
        return Math.max(prior.least, (prior.changed + changed) / (prior.windows + windows));
    }

    /// How many times likelier so many changes in a window are if two parties work at once, as a natural logarithm.
    double logRatio(int count, Prior prior) {
        double first = StrictMath.log((1 - TWO_PARTIES_GO_ON) / (1 - prior.goesOn)) - StrictMath.log(share(prior));
        return first + (count - 1) * StrictMath.log(TWO_PARTIES_GO_ON / prior.goesOn);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(changed);
        out.writeDouble(windows);
        out.writeLong(lastWindow);
        out.writeLong(decayed);
        out.writeBoolean(learned);
    }

    @Override
    public void load(DataInput in) throws IOException {
        changed = in.readDouble();
        windows = in.readDouble();
        lastWindow = in.readLong();
        decayed = in.readLong();
        learned = in.readBoolean();
    }

    /// What is assumed of a consumer before it was watched.
    ///
    /// @param changed so many windows with a change
    /// @param windows of so many
    /// @param least   the share is never taken for less: nobody has been watched for ever
    /// @param goesOn  how many changes of one party are followed by another, a share
    record Prior(double changed, double windows, double least, double goesOn) {}
}
