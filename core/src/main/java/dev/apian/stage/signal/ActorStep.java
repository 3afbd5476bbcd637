// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Knowledge;
import dev.apian.stage.profile.Profile;
import dev.apian.stream.KeyedStep;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Stages 5 and 6 for one actor: the call meets the actor's profile, then every detector that watches actors.
public final class ActorStep implements KeyedStep<Identified, Knowledge, ActorState, Found> {

    /// Slow misuse takes weeks, and so does getting to know somebody.
    private static final Duration MEMORY = Duration.ofDays(42);

    private final List<Detector<?>> detectors;

    public ActorStep(List<Detector<?>> detectors) {
        this.detectors = detectors.stream()
                .filter(detector -> detector.scope() == Detector.Scope.ACTOR)
                .toList();
    }

    @Override
    public String name() {
        return "actor";
    }

    @Override
    public long keyOf(Identified call) {
        return call.actor().key();
    }

    @Override
    public ActorState freshState() {
        return new ActorState(detectors);
    }

    @Override
    public void process(ActorState state, Identified call, Knowledge known, Consumer<? super Found> out) {
        Profile profile = state.profile().take(call, known, lesson -> out.accept(new Found.Taught(lesson)));
        state.watch().observe(new Observation(call, profile), out);
    }

    @Override
    public Duration memory() {
        return MEMORY;
    }
}
