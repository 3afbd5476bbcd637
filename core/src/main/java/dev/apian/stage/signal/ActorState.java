// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.profile.ActorProfile;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// Everything remembered of one actor: its profile, and what the detectors watch of it.
public final class ActorState implements State {

    private final ActorProfile profile = new ActorProfile();
    private final Watch watch;

    ActorState(List<Detector<?>> detectors) {
        watch = new Watch(detectors);
    }

    public ActorProfile profile() {
        return profile;
    }

    Watch watch() {
        return watch;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        profile.save(out);
        watch.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        profile.load(in);
        watch.load(in);
    }
}
