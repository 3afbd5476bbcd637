// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.identity.Link.Because;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// What a call says of other credentials than its own: those that its answer hands out, the names that an answer about
/// oneself tells, and refresh tokens that are used up.
final class Granting {

    private final Call call;
    private final @Nullable Person person;
    private final Actor actor;
    private final @Nullable Facet credential;
    private final CredentialState state;
    private final LongFunction<CredentialState> states;
    private final Anchors anchors;

    Granting(
            Call call,
            @Nullable Person person,
            Actor actor,
            @Nullable Facet credential,
            CredentialState state,
            LongFunction<CredentialState> states,
            Anchors anchors) {
        this.call = call;
        this.person = person;
        this.actor = actor;
        this.credential = credential;
        this.state = state;
        this.states = states;
        this.anchors = anchors;
    }

    /// Links what the answer hands out.
    void grant() {
        if (!call.succeeded()) {
            return;
        }
        Facet token = call.presented(Kind.ACCESS_TOKEN);
        if (credential != null
                && credential.kind() == Kind.SUBJECT
                && token != null
                && token.key() != state.lastToken) {
            state.lastToken = token.key();
            link(token, actor, Because.CLAIM);
        }
        Actor holder = call.granted().isEmpty() ? null : holder();
        if (holder != null) {
            handOut(holder);
        }
        if (person != null && Anchors.isUser(actor, person.userId())) {
            name(person);
        }
    }

    private void handOut(Actor holder) {
        Because why = call.presented(Kind.REFRESH_TOKEN) != null ? Because.REFRESH_RESPONSE : Because.LOGIN_RESPONSE;
        for (Facet granted : call.granted()) {
            boolean news = credential == null || granted.key() != credential.key();
            boolean speaksForItself = granted.kind() == Kind.SUBJECT
                    && !holder.equals(actor)
                    && holder.equals(anchors.claimed(granted, call));
            if (news && !speaksForItself && granted.kind() != Kind.API_KEY) {
                CredentialState of = link(granted, holder, why);
                if (granted.kind() == Kind.ACCESS_TOKEN) {
                    Facet sibling = first(call.granted(), Kind.REFRESH_TOKEN);
                    of.sibling = sibling == null ? of.sibling : sibling;
                }
            }
        }
    }

    /// An answer about oneself that tells id and login name joins later logins by that name.
    /// The refresh token beside the credential is the same user's, so the chain goes on under the id.
    private void name(Person self) {
        if (state.sibling != null) {
            link(state.sibling, actor, Because.SELF_RESPONSE);
        }
        for (String name : self.names()) {
            link(new Facet(Kind.USERNAME, name), actor, Because.SELF_RESPONSE);
        }
    }

    private CredentialState link(Facet facet, Actor to, Because why) {
        CredentialState of = states.apply(facet.key());
        if (!of.told) {
            of.link(to, why, call.micros());
        }
        return of;
    }

    /// Whether a refresh token comes a second time, from another network and another device than the one that exchanged
    /// it first. A client that lost the answer asks again from where it was (FAPI 2.0, section 5.3.2.1).
    boolean isReplay() {
        Facet refresh = call.presented(Kind.REFRESH_TOKEN);
        if (refresh == null || !call.succeeded() || call.granted().isEmpty()) {
            return false;
        }
        CredentialState spent = states.apply(refresh.key());
        long network = call.origin().networkKey();
        long device = Hash.of(call.device());
        if (spent.spentAt == 0) {
            spent.spentAt = call.micros();
            spent.spentNetwork = network;
            spent.spentDevice = device;
            return false;
        }
        return spent.spentNetwork != network && spent.spentDevice != device;
    }

    /// Whose the credentials in an answer are. Mostly the caller's; but an application that exchanges a code
    /// gets its user's tokens, an administrator may get somebody else's, and a login whose request was not
    /// seen has no caller.
    private @Nullable Actor holder() {
        Facet subject = first(call.granted(), Kind.SUBJECT);
        if (credential != null && actor.kind() != Actor.Kind.ANONYMOUS) {
            boolean told = call.presented(Kind.USER_ID) != null;
            if (told || isForCaller(credential, subject)) {
                return actor;
            }
        }
        if (person != null) {
            return Anchors.user(person.userId());
        }
        return subject == null ? null : anchors.claimed(subject, call);
    }

    private boolean isForCaller(Facet presented, @Nullable Facet subject) {
        return switch (presented.kind()) {
            case USER_ID, USERNAME -> true;
            case SUBJECT -> subject == null || subject.key() == presented.key() || !sameIssuer(subject, presented);
            case ACCESS_TOKEN, REFRESH_TOKEN, SESSION -> subject == null || state.because != Because.PRESENTED;
            case CERTIFICATE, API_KEY, CLIENT_ID -> subject == null && person == null;
        };
    }

    /// One issuer gives two people two subjects.
    private static boolean sameIssuer(Facet one, Facet other) {
        return Issuers.issuerOf(one).equals(Issuers.issuerOf(other));
    }

    static @Nullable Facet first(List<Facet> facets, Kind kind) {
        for (Facet facet : facets) {
            if (facet.kind() == kind) {
                return facet;
            }
        }
        return null;
    }
}
