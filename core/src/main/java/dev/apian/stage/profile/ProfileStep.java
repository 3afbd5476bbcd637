// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Identified;
import dev.apian.stream.KeyedStep;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Stage 5 for one actor: the call meets the actor's history, becomes part of it, and teaches.
public final class ProfileStep implements KeyedStep<Identified, Templates, ActorProfile, ProfileStep.Given> {

    /// Slow misuse takes weeks, and so does getting to know somebody.
    private static final Duration MEMORY = Duration.ofDays(42);

    /// What a call gives: itself beside the actor's history, once, and lessons for the learner before it.
    public sealed interface Given permits Profiled, Lesson {}

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public long keyOf(Identified call) {
        return call.actor().key();
    }

    @Override
    public ActorProfile freshState() {
        return new ActorProfile();
    }

    @Override
    public void process(ActorProfile state, Identified call, Templates known, Consumer<? super Given> out) {
        out.accept(state.take(call, known, null, out));
    }

    /// A call that was judged before and is judged again, without what answers showed.
    ///
    /// @param told how each access was explained then, peers left out
    public void again(ActorProfile state, Identified call, List<Profile.Provenance> told, Consumer<? super Given> out) {
        out.accept(state.take(call, Templates.NONE, told, out));
    }

    @Override
    public Duration memory() {
        return MEMORY;
    }
}
