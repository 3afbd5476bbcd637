// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.profile.Scale;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Trail;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/// One day of one actor at one endpoint, with the counts at which to look closer.
final class Surge implements State {

    private static final int SCALES = VolumeSurge.SCALES.size();
    private static final long NEVER = Long.MIN_VALUE;

    private final Trail trail = new Trail();
    private final long[] windows = new long[SCALES];
    private final long[] alarms = new long[SCALES];
    private final Raised raised = new Raised();

    Surge() {
        Arrays.fill(windows, NEVER);
    }

    void enter(Observation seen) {
        for (int i = 0; i < SCALES; i++) {
            Scale scale = VolumeSurge.SCALES.get(i);
            long now = Math.floorDiv(seen.micros(), scale.micros());
            if (windows[i] != now) {
                windows[i] = now;
                alarms[i] = 0;
                if (scale == Scale.HOUR) {
                    trail.clear();
                }
            }
        }
    }

    boolean reachesAlarm(Observation seen) {
        for (int i = 0; i < SCALES; i++) {
            Scale scale = VolumeSurge.SCALES.get(i);
            if (seen.profile().elevated(scale) && seen.profile().count(scale) >= alarms[i]) {
                return true;
            }
        }
        return false;
    }

    void alarm(Scale scale, long count) {
        alarms[VolumeSurge.SCALES.indexOf(scale)] = count;
    }

    void add(Observation seen) {
        trail.add(seen);
    }

    void raise(Observation seen) {
        raised.at = seen.micros();
    }

    boolean raisedWithin(Duration silence, Observation seen) {
        return raised.isWithin(silence, seen);
    }

    Signal signal(Card card, Observation seen, double strength, String happened, String usual, Evidence evidence) {
        return trail.signal(card, seen, strength, happened, usual, evidence);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (int i = 0; i < SCALES; i++) {
            out.writeLong(windows[i]);
            out.writeLong(alarms[i]);
        }
        raised.save(out);
        trail.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int i = 0; i < SCALES; i++) {
            windows[i] = in.readLong();
            alarms[i] = in.readLong();
        }
        raised.load(in);
        trail.load(in);
    }
}
