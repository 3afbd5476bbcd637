// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Measure;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import dev.apian.stream.KeyedStep;
import dev.apian.stream.NoKnowledge;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Stage 6 for one network: the detectors that look at a network whoever its actors are.
public final class NetworkStep implements KeyedStep<Identified, NoKnowledge, Watch, Signal> {

    private static final Duration MEMORY = Duration.ofDays(2);

    private final Roster roster;

    public NetworkStep(List<Detector<?>> detectors) {
        this(Detections.of(detectors));
    }

    public NetworkStep(Detections detections) {
        this.roster = new Roster(Detector.Scope.NETWORK, detections);
        checkMemory();
    }

    /// Other limits, from the next call on. Between two ticks, and not while calls are processed.
    public void follow(Detections detections) {
        roster.follow(detections);
        checkMemory();
    }

    private void checkMemory() {
        for (Detector<?> detector : roster.all()) {
            if (detector.memory().compareTo(MEMORY) > 0) {
                throw new IllegalArgumentException(
                        "detection " + detector.card().id() + " has memory=" + detector.memory()
                                + ", a network is remembered for " + MEMORY + " at most");
            }
        }
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public long keyOf(Identified call) {
        return call.call().origin().networkKey();
    }

    @Override
    public Watch freshState() {
        return new Watch(roster);
    }

    @Override
    public void process(Watch state, Identified call, NoKnowledge known, Consumer<? super Signal> out) {
        state.observe(new Observation(call, NOBODY_IN_PARTICULAR), out);
    }

    /// Whether any detector cares about the call; one that none does leaves no trace.
    public boolean concerns(Identified call) {
        Observation seen = new Observation(call, NOBODY_IN_PARTICULAR);
        for (int i = 0; i < roster.size(); i++) {
            if (!roster.isOff(i) && roster.at(i).keyOf(seen).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Duration memory() {
        return MEMORY;
    }

    private static final Profile NOBODY_IN_PARTICULAR = new Profile() {

        @Override
        public Duration age() {
            return Duration.ZERO;
        }

        @Override
        public boolean firstUse() {
            return false;
        }

        @Override
        public long count(Scale scale) {
            return 0;
        }

        @Override
        public boolean elevated(Scale scale) {
            return false;
        }

        @Override
        public boolean elevated(Measure measure, Scale scale) {
            return false;
        }

        @Override
        public Recent total(Measure measure, Scale scale) {
            return new Recent(0, new Usual.StillLearning(Duration.ZERO));
        }

        @Override
        public Recent calls(Scale scale) {
            return new Recent(0, new Usual.StillLearning(Duration.ZERO));
        }

        @Override
        public Duration familiar(Trait trait) {
            return Duration.ZERO;
        }

        @Override
        public Peers peers() {
            return Peers.UNKNOWN;
        }

        @Override
        public Provenance provenance(int touched) {
            return Provenance.UNEXPLAINED;
        }

        @Override
        public Owners owners() {
            return Owners.UNKNOWN;
        }

        @Override
        public double unexplainedShare() {
            return Double.NaN;
        }
    };
}
