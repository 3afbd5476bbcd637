// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.IdentityMemory;
import dev.apian.stage.identity.IdentityStep;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;

/// The states of many credentials, as a runner holds them. All that the benchmark knows of how identity is kept.
final class LiveCredentials {

    private final IdentityStep step = new IdentityStep();
    private final IdentityMemory memory = step.freshMemory();
    private final KeyedStates<State> states = new KeyedStates<>(step::freshState, step.memory());

    /// Finds the state and resolves the call.
    Actor resolve(Touched touched) {
        return step.resolve(touched, states, memory).actor();
    }

    int size() {
        return states.size();
    }
}
