// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.profile.Measure;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.signal.Observation;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What one actor has taken lately, and at which amounts to look again.
final class Yields implements State {

    static final List<Measure> MEASURES = List.of(Measure.KIBIBYTES, Measure.ENTITIES, Measure.SENSITIVE);
    static final List<Scale> SCALES = List.of(Scale.HOUR, Scale.DAY);
    static final int LOOKS = MEASURES.size() * SCALES.size();

    private static final long NEVER = Long.MIN_VALUE;

    private final long[] windows = new long[SCALES.size()];
    private final long[] next = new long[LOOKS];
    private final Raised raised = new Raised();

    Yields() {
        Arrays.fill(windows, NEVER);
    }

    void enter(Observation seen) {
        for (int i = 0; i < windows.length; i++) {
            long now = Math.floorDiv(seen.micros(), SCALES.get(i).micros());
            if (windows[i] != now) {
                windows[i] = now;
                for (int j = i; j < LOOKS; j += windows.length) {
                    next[j] = 0;
                }
            }
        }
    }

    long nextLook(Measure measure, Scale scale) {
        return next[place(measure, scale)];
    }

    /// The next look is worth it with a tenth more.
    void looked(Measure measure, Scale scale, long amount) {
        next[place(measure, scale)] = amount + Math.max(1, amount / 10);
    }

    private int place(Measure measure, Scale scale) {
        return MEASURES.indexOf(measure) * SCALES.size() + SCALES.indexOf(scale);
    }

    void raised(Observation seen) {
        raised.at = seen.micros();
    }

    boolean raisedWithin(Duration silence, Observation seen) {
        return raised.isWithin(silence, seen);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (long window : windows) {
            out.writeLong(window);
        }
        for (long amount : next) {
            out.writeLong(amount);
        }
        raised.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int i = 0; i < windows.length; i++) {
            windows[i] = in.readLong();
        }
        for (int i = 0; i < LOOKS; i++) {
            next[i] = in.readLong();
        }
        raised.load(in);
    }
}
