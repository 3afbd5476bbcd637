// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.stage.call.Facet;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Grant;
import dev.apian.stage.identity.IdentityStep;
import dev.apian.stage.identity.Link;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;

/// The states of many credentials, as a runner holds them. All that the benchmark knows of how identity is kept.
final class LiveCredentials {

    private final IdentityStep step = new IdentityStep();
    private final KeyedStates<State> states = new KeyedStates<>(step::freshState, step.memory());

    /// A refresh is answered with these.
    void grant(Actor actor, Facet accessToken, Facet refreshToken, long micros) {
        accept(new Grant(accessToken, actor, Link.Because.REFRESH_RESPONSE, micros, refreshToken));
        accept(new Grant(refreshToken, actor, Link.Because.REFRESH_RESPONSE, micros, null));
    }

    private void accept(Grant grant) {
        step.accept(states.of(grant.facet().key(), grant.micros()), grant);
    }

    /// Finds the state and resolves the call.
    Actor resolve(Touched touched) {
        State state = states.of(step.keyOf(touched), touched.micros());
        return step.resolve(state, touched, this::accept).actor();
    }

    int size() {
        return states.size();
    }
}
