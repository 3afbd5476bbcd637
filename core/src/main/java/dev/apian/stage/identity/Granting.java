// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.identity.Link.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a call says of other credentials than its own: those that its answer hands out, the names that an answer about
/// oneself tells, and refresh tokens that are used up.
final class Granting {

    private final Call call;
    private final @Nullable Person person;
    private final Actor actor;
    private final @Nullable Facet credential;
    private final Credential held;
    private final IdentityMemory memory;

    /// @param credential what the call was resolved by, and what is `held` of it
    Granting(
            Call call,
            @Nullable Person person,
            Actor actor,
            @Nullable Facet credential,
            Credential held,
            IdentityMemory memory) {
        this.call = call;
        this.person = person;
        this.actor = actor;
        this.credential = credential;
        this.held = held;
        this.memory = memory;
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
                && token.key() != held.state().details().lastToken()) {
            held.toChange().lastToken(token.key());
            held.grant(token, actor, Because.CLAIM);
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
                    && holder.equals(memory.anchors.claimed(granted, call));
            if (news && !speaksForItself && granted.kind() != Kind.API_KEY) {
                held.grant(granted, holder, why);
                Facet sibling = first(call.granted(), Kind.REFRESH_TOKEN);
                boolean mayBeNamed = granted.kind() == Kind.ACCESS_TOKEN && !Anchors.isUser(holder, holder.name());
                if (sibling != null && mayBeNamed) {
                    held.sibling(granted, sibling);
                }
            }
        }
    }

    /// An answer about oneself that tells id and login name joins later logins by that name.
    /// The refresh token beside the credential is the same user's, so the chain goes on under the id.
    private void name(Person self) {
        Facet sibling = held.state().details().sibling();
        if (sibling != null) {
            held.grant(sibling, actor, Because.SELF_RESPONSE);
        }
        for (String name : self.names()) {
            held.grant(new Facet(Kind.USERNAME, name), actor, Because.SELF_RESPONSE);
        }
    }

    /// Whether a refresh token comes a second time, from another network and another device than the one that
    /// exchanged it first. A client that lost the answer asks again from where it was (FAPI 2.0, section 5.3.2.1).
    boolean isReplay() {
        Facet refresh = call.presented(Kind.REFRESH_TOKEN);
        if (refresh == null || !call.succeeded() || call.granted().isEmpty()) {
            return false;
        }
        return memory.spent.isReplay(refresh, call);
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
        return subject == null ? null : memory.anchors.claimed(subject, call);
    }

    private boolean isForCaller(Facet presented, @Nullable Facet subject) {
        return switch (presented.kind()) {
            case USER_ID, USERNAME -> true;
            case SUBJECT -> subject == null || subject.key() == presented.key() || !sameIssuer(subject, presented);
            case ACCESS_TOKEN, REFRESH_TOKEN, SESSION -> subject == null || held.state().because != Because.PRESENTED;
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
