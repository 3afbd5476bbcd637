// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Link.Because;
import org.jspecify.annotations.Nullable;

/// The ladder of evidence, for one call and the state of its credential.
final class Ladder {

    private final CredentialState state;
    private final Call call;
    private final Endpoint endpoint;
    private final Anchors anchors;

    Ladder(CredentialState state, Call call, Endpoint endpoint, Anchors anchors) {
        this.state = state;
        this.call = call;
        this.endpoint = endpoint;
        this.anchors = anchors;
    }

    /// The actor of the call, which the state then knows.
    ///
    /// @param person whom the answer names as the caller
    Actor actorOf(@Nullable Facet credential, @Nullable Person person) {
        Facet told = call.presented(Kind.USER_ID);
        if (told != null) {
            return told(told, credential);
        }
        if (credential == null) {
            return Anchors.anonymous(call);
        }
        if (credential.kind() == Kind.USERNAME) {
            return ofLogin(credential, person);
        }
        if (person != null && canBeReplaced(credential)) {
            boolean self = person.learned() || endpoint.is(Label.SELF);
            state.link(
                    Anchors.user(person.userId()), self ? Because.SELF_RESPONSE : Because.LOGIN_RESPONSE, call.micros());
        }
        Facet subject = Granting.first(call.granted(), Kind.SUBJECT);
        boolean renewed = credential.kind() == Kind.REFRESH_TOKEN || credential.kind() == Kind.SESSION;
        if (subject != null && renewed && call.succeeded() && canBeReplaced(credential)) {
            state.link(anchors.claimed(subject, call), Because.LOGIN_RESPONSE, call.micros());
        }
        if (state.actor != null) {
            return state.actor;
        }
        if (call.status() == 401) {
            return Anchors.anonymous(call);
        }
        Actor fresh = anchors.byItself(credential, call);
        state.link(fresh, credential.kind() == Kind.SUBJECT ? Because.CLAIM : Because.PRESENTED, call.micros());
        return fresh;
    }

    /// A user's name on the call settles who it is. Two different names on one credential make it a shared one.
    private Actor told(Facet told, @Nullable Facet credential) {
        Actor actor = Anchors.user(told.value());
        if (call.status() == 401) {
            return actor;
        }
        if (credential == null || credential.kind() == Kind.USER_ID) {
            state.link(actor, Because.GATEWAY_TOLD, call.micros());
        } else if (credential.kind() != Kind.API_KEY && credential.kind() != Kind.CLIENT_ID) {
            boolean another = state.told && state.actor != null && state.actor.key() != actor.key();
            if (another && !state.shared) {
                state.shared = true;
                state.link(Anchors.shared(credential, call), Because.PRESENTED, call.micros());
            } else if (!state.shared) {
                state.told = true;
                state.link(actor, Because.GATEWAY_TOLD, call.micros());
            }
        }
        return actor;
    }

    /// A login that failed says nothing of who tried. One whose answer names nobody is the same user's as
    /// before.
    private Actor ofLogin(Facet username, @Nullable Person person) {
        if (!call.succeeded() || (call.granted().isEmpty() && person == null)) {
            return Anchors.anonymous(call);
        }
        Facet subject = Granting.first(call.granted(), Kind.SUBJECT);
        if (person != null) {
            state.link(Anchors.user(person.userId()), Because.LOGIN_RESPONSE, call.micros());
        } else if (subject != null && (state.actor == null || Anchors.isNamedOnly(state.actor))) {
            state.link(anchors.ofSubject(subject), Because.LOGIN_RESPONSE, call.micros());
        } else if (state.actor == null) {
            state.link(anchors.byItself(username, call), Because.LOGIN_RESPONSE, call.micros());
        }
        return state.actor == null ? anchors.byItself(username, call) : state.actor;
    }

    private boolean canBeReplaced(Facet credential) {
        boolean personal = credential.kind() == Kind.ACCESS_TOKEN
                || credential.kind() == Kind.SESSION
                || credential.kind() == Kind.REFRESH_TOKEN;
        return personal
                && !state.shared
                && (state.actor == null || state.because == Because.PRESENTED || Anchors.isNamedOnly(state.actor));
    }
}
