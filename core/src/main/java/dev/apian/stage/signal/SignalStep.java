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

    private final List<Detector<?>> detectors;

    public SignalStep(List<Detector<?>> detectors) {
        this.detectors = detectors.stream()
                .filter(detector -> detector.scope() == Detector.Scope.ACTOR)
                .toList();
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
        return new Watch(detectors);
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
