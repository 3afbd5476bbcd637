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

    private final Credential held;
    private final Call call;
    private final Endpoint endpoint;
    private final Anchors anchors;

    Ladder(Credential held, Call call, Endpoint endpoint, Anchors anchors) {
        this.held = held;
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
            link(Anchors.user(person.userId()), self ? Because.SELF_RESPONSE : Because.LOGIN_RESPONSE);
        }
        Facet subject = Granting.first(call.granted(), Kind.SUBJECT);
        boolean renewed = credential.kind() == Kind.REFRESH_TOKEN || credential.kind() == Kind.SESSION;
        if (subject != null && renewed && call.succeeded() && canBeReplaced(credential)) {
            link(anchors.claimed(subject, call), Because.LOGIN_RESPONSE);
        }
        Actor known = held.state().actor;
        if (known != null) {
            return known;
        }
        if (call.status() == 401) {
            return Anchors.anonymous(call);
        }
        Actor fresh = anchors.byItself(credential, call);
        link(fresh, credential.kind() == Kind.SUBJECT ? Because.CLAIM : Because.PRESENTED);
        return fresh;
    }

    /// A user's name on the call settles who it is. Two different names on one credential make it a shared one.
    private Actor told(Facet told, @Nullable Facet credential) {
        Actor actor = Anchors.user(told.value());
        if (call.status() == 401) {
            return actor;
        }
        if (credential == null || credential.kind() == Kind.USER_ID) {
            link(actor, Because.GATEWAY_TOLD);
        } else if (credential.kind() != Kind.API_KEY && credential.kind() != Kind.CLIENT_ID) {
            boolean another = held.state().told && !held.state().isOf(actor);
            if (another && !held.state().shared) {
                held.toChange().shared = true;
                link(Anchors.shared(credential, call), Because.PRESENTED);
            } else if (!held.state().shared) {
                if (!held.state().told) {
                    held.toChange().told = true;
                }
                link(actor, Because.GATEWAY_TOLD);
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
        Actor known = held.state().actor;
        if (person != null) {
            link(Anchors.user(person.userId()), Because.LOGIN_RESPONSE);
        } else if (subject != null && (known == null || Anchors.isNamedOnly(known))) {
            link(anchors.ofSubject(subject), Because.LOGIN_RESPONSE);
        } else if (known == null) {
            link(anchors.byItself(username, call), Because.LOGIN_RESPONSE);
        }
        Actor now = held.state().actor;
        return now == null ? anchors.byItself(username, call) : now;
    }

    private void link(Actor to, Because why) {
        if (!held.state().isOf(to)) {
            held.toChange().link(to, why, call.micros());
        }
    }

    private boolean canBeReplaced(Facet credential) {
        CredentialState state = held.state();
        boolean personal = credential.kind() == Kind.ACCESS_TOKEN
                || credential.kind() == Kind.SESSION
                || credential.kind() == Kind.REFRESH_TOKEN;
        return personal
                && !state.shared
                && (state.actor == null || state.because == Because.PRESENTED || Anchors.isNamedOnly(state.actor));
    }
}
