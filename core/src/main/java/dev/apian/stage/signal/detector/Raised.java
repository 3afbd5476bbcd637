// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.signal.Observation;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/// When an endpoint was last raised for one actor.
final class Raised implements State {

    private static final long NEVER = Long.MIN_VALUE;

    long at = NEVER;

    boolean isWithin(Duration silence, Observation seen) {
        return at != NEVER && seen.since(at).compareTo(silence) <= 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(at);
    }

    @Override
    public void load(DataInput in) throws IOException {
        at = in.readLong();
    }
}
