// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.Touched;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/// Runs calls through the identity step as a runner does. Every call is resolved twice: by states that live
/// on, and by states that were saved and loaded since the call before; both must agree.
final class Identities {

    private final IdentityStep step = new IdentityStep();
    private final KeyedStates<State> steady = states();
    private KeyedStates<State> restarted = states();
    private IdentityMemory steadyMemory = step.freshMemory();
    private IdentityMemory restartedMemory = step.freshMemory();
    private List<Ruling> said = List.of();
    private int calls;

    /// Resolves a call one minute after the one before.
    Identified see(SomeCall call) {
        return resolve(call.after(Duration.ofMinutes(calls++)));
    }

    Identified resolve(SomeCall call) {
        Touched touched = Entities.of(Templates.NONE.route(call.call()));
        Identified one = resolve(touched, steady, steadyMemory);
        Identified other = resolve(touched, restarted, restartedMemory);
        if (!one.equals(other)) {
            throw new AssertionError("after a restart: " + other + "\nwithout: " + one);
        }
        restart();
        return one;
    }

    String actor(SomeCall call) {
        return see(call).actor().name();
    }

    /// What people say from now on.
    void rule(List<Ruling> rulings) {
        steadyMemory.rule(rulings);
        restartedMemory.rule(rulings);
        said = rulings;
    }

    private Identified resolve(Touched touched, KeyedStates<State> states, IdentityMemory memory) {
        return step.resolve(touched, states, memory);
    }

    private void restart() {
        KeyedStates<State> fresh = states();
        try {
            KeyedStates.load(Saved.in(Saved.bytes(restarted::save)), key -> fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restarted = fresh;
        restartedMemory = Saved.reloaded(restartedMemory, step.freshMemory());
        restartedMemory.rule(said);
    }

    private KeyedStates<State> states() {
        return new KeyedStates<>(step::freshState, step.memory());
    }
}
