// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stream.State;
import dev.apian.stream.States;

/// The state of one credential during one call. Reads it as it is; makes a copy before it changes one that others
/// share.
final class Credential {

    private final States<State> states;
    private final long key;
    private final long micros;
    private final long before;
    private CredentialState state;

    Credential(States<State> states, long key, long micros) {
        this.states = states;
        this.key = key;
        this.micros = micros;
        this.before = states.last(key);
        this.state = (CredentialState) states.of(key, micros);
    }

    CredentialState state() {
        return state;
    }

    CredentialState toChange() {
        if (state.frozen) {
            put(state.copy());
        }
        if (state.actor != null && state.details == null) {
            state.since(before);
        }
        return state;
    }

    /// Event time of the proof in microseconds, to the second where many credentials share what is known: they were
    /// not in use since.
    long since() {
        return state.details == null ? before : state.since();
    }

    /// Notes that a call told the link.
    void announced(CredentialClass found) {
        CredentialState kin = state.kin;
        if (state.frozen && kin != null && found == CredentialClass.UNKNOWN) {
            put(state.announced ? state : kin);
        } else {
            toChange().announced = true;
            if (state.details().announcedClass() != found) {
                state.announcedClass(found);
            }
        }
    }

    private void put(CredentialState other) {
        state = other;
        states.put(key, other);
    }

    /// Links another credential to an actor, unless a gateway told whose it is. It shares its state with this one and
    /// others that are linked for the same reason.
    void grant(Facet facet, Actor to, Because why) {
        CredentialState of = (CredentialState) states.of(facet.key(), micros);
        if (of.told || of.isOf(to)) {
            return;
        }
        if (of.frozen || of.details == null) {
            states.put(facet.key(), untold(to, why));
        } else {
            of.link(to, why, micros);
        }
    }

    private CredentialState untold(Actor to, Because why) {
        CredentialState mine = state.untold(to, why);
        if (mine != null) {
            return mine;
        }
        CredentialState kin = state.frozen || state.kin == null ? null : state.kin.untold(to, why);
        if (kin != null) {
            return kin;
        }
        CredentialState fresh = CredentialState.ofMany(to, why);
        if (!state.frozen) {
            state.kin = fresh;
        }
        return fresh;
    }

    /// Remembers the refresh token that was handed out with an access token.
    void sibling(Facet accessToken, Facet refreshToken) {
        new Credential(states, accessToken.key(), micros).toChange().sibling(refreshToken);
    }
}
