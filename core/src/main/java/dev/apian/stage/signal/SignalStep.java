// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.stream.KeyedStep;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Stage 6 for one actor: the call beside its profile and the population meets every detector that watches
/// actors.
public final class SignalStep implements KeyedStep<Profiled, Population, Watch, Signal> {

    /// As long as the profile.
    private static final Duration MEMORY = Duration.ofDays(42);

    private final Roster roster;

    public SignalStep(List<Detector<?>> detectors) {
        this(Detections.of(detectors));
    }

    public SignalStep(Detections detections) {
        this.roster = new Roster(Detector.Scope.ACTOR, detections);
    }

    /// Other limits, from the next call on. Between two ticks, and not while calls are processed.
    public void follow(Detections detections) {
        roster.follow(detections);
    }

    @Override
    public String name() {
        return "signal";
    }

    @Override
    public long keyOf(Profiled call) {
        return call.identified().actor().key();
    }

    @Override
    public Watch freshState() {
        return new Watch(roster);
    }

    @Override
    public void process(Watch state, Profiled call, Population known, Consumer<? super Signal> out) {
        state.observe(new Observation(call.identified(), call.against(known)), out);
    }

    @Override
    public Duration memory() {
        return MEMORY;
    }
}
