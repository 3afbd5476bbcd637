// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stream.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Resolves each call to its actor by the state of its strongest credential.
///
/// Evidence ladder: a user told by the gateway, the claims of an accepted token, a login or refresh response
/// seen, the answer of an endpoint about oneself. A rejected credential (401) proves nothing and its call
/// stays anonymous unless the credential was good before.
public final class IdentityStep {

    private static final Duration MEMORY = Duration.ofDays(35);

    /// Names the state in checkpoints.
    public String name() {
        return "identity";
    }

    public State freshState() {
        return new CredentialState();
    }

    /// A credential silent for longer is forgotten.
    public Duration memory() {
        return MEMORY;
    }

    /// The key whose state resolves this call.
    public long keyOf(Touched touched) {
        Facet credential = credentialOf(touched.call());
        return credential == null ? anonymousKey(touched.call()) : credential.key();
    }

    /// Resolves a call, and sends out what it grants.
    public Identified resolve(State stateOfKey, Touched touched, Consumer<Grant> grants) {
        CredentialState state = (CredentialState) stateOfKey;
        Call call = touched.call();
        Facet credential = credentialOf(call);
        Actor actor = actorOf(state, touched, credential);
        List<Link> links = announce(state, actor, credential, call);
        grant(state, touched, actor, credential, grants);
        grantNames(state, touched, actor, grants);
        return new Identified(
                touched.withoutFields(), actor, actor.kind() == Actor.Kind.ANONYMOUS ? null : credential, links);
    }

    /// Takes the news that a credential was granted.
    public void accept(State stateOfKey, Grant grant) {
        CredentialState state = (CredentialState) stateOfKey;
        if (grant.sibling() != null) {
            state.sibling = grant.sibling();
        }
        if (!state.told) {
            state.link(grant.actor(), grant.because(), grant.micros());
        }
    }

    /// The strongest facet that can be a key. A verified subject stands for all its tokens; a user id alone
    /// is a key only when no credential came with it.
    private static @Nullable Facet credentialOf(Call call) {
        boolean rejected = call.status() == 401;
        Facet username = null;
        Facet userId = null;
        for (Facet facet : call.presented()) {
            switch (facet.kind()) {
                case SUBJECT -> {
                    if (!rejected) {
                        return facet;
                    }
                }
                case USERNAME -> username = facet;
                case USER_ID -> userId = facet;
                case CERTIFICATE, ACCESS_TOKEN, REFRESH_TOKEN, SESSION, API_KEY, CLIENT_ID -> {
                    if (username == null || facet.kind() == Kind.ACCESS_TOKEN) {
                        return facet;
                    }
                }
            }
        }
        return userId == null ? username : userId;
    }

    private static Actor actorOf(CredentialState state, Touched touched, @Nullable Facet credential) {
        Call call = touched.call();
        Facet told = call.presented(Kind.USER_ID);
        if (told != null) {
            return toldActor(state, told, credential, call);
        }
        Person person = Person.toldBy(call, touched.endpoint());
        if (credential == null) {
            return anonymous(call);
        }
        if (credential.kind() == Kind.USERNAME) {
            return ofLogin(state, credential, person, call);
        }
        if (person != null && canBeReplaced(state, credential)) {
            Because why = touched.endpoint().is(Label.SELF) ? Because.SELF_RESPONSE : Because.LOGIN_RESPONSE;
            state.link(user(person.userId()), why, call.micros());
        }
        Facet subject = first(call.granted(), Kind.SUBJECT);
        boolean renewed = credential.kind() == Kind.REFRESH_TOKEN || credential.kind() == Kind.SESSION;
        if (subject != null && renewed && call.succeeded() && canBeReplaced(state, credential)) {
            state.link(claimed(subject, call), Because.LOGIN_RESPONSE, call.micros());
        }
        if (state.actor != null) {
            return state.actor;
        }
        if (call.status() == 401) {
            return anonymous(call);
        }
        Actor fresh = byItself(credential, call);
        state.link(fresh, credential.kind() == Kind.SUBJECT ? Because.CLAIM : Because.PRESENTED, call.micros());
        return fresh;
    }

    /// A user's name on the call settles who it is. Two different names on one credential make it a shared one.
    private static Actor toldActor(CredentialState state, Facet told, @Nullable Facet credential, Call call) {
        Actor actor = user(told.value());
        if (call.status() == 401) {
            return actor;
        }
        if (credential == null || credential.kind() == Kind.USER_ID) {
            state.link(actor, Because.GATEWAY_TOLD, call.micros());
        } else if (credential.kind() != Kind.API_KEY && credential.kind() != Kind.CLIENT_ID) {
            boolean another = state.told && state.actor != null && state.actor.key() != actor.key();
            if (another && !state.shared) {
                state.shared = true;
                String name = "shared " + credential.kind().label() + " " + credential.value();
                state.link(
                        new Actor(firstSeenAt(call), name, Actor.Kind.APPLICATION), Because.PRESENTED, call.micros());
            } else if (!state.shared) {
                state.told = true;
                state.link(actor, Because.GATEWAY_TOLD, call.micros());
            }
        }
        return actor;
    }

    /// A login that failed says nothing of who tried. One whose answer names nobody is the same user's as
    /// before.
    private static Actor ofLogin(CredentialState state, Facet username, @Nullable Person person, Call call) {
        if (!call.succeeded() || (call.granted().isEmpty() && person == null)) {
            return anonymous(call);
        }
        Facet subject = first(call.granted(), Kind.SUBJECT);
        if (person != null) {
            state.link(user(person.userId()), Because.LOGIN_RESPONSE, call.micros());
        } else if (subject != null && (state.actor == null || isNamedOnly(state.actor))) {
            state.link(user(subject.display()), Because.LOGIN_RESPONSE, call.micros());
        } else if (state.actor == null) {
            state.link(byItself(username, call), Because.LOGIN_RESPONSE, call.micros());
        }
        return state.actor == null ? byItself(username, call) : state.actor;
    }

    private static boolean canBeReplaced(CredentialState state, Facet credential) {
        boolean personal = credential.kind() == Kind.ACCESS_TOKEN
                || credential.kind() == Kind.SESSION
                || credential.kind() == Kind.REFRESH_TOKEN;
        return personal
                && !state.shared
                && (state.actor == null || state.because == Because.PRESENTED || isNamedOnly(state.actor));
    }

    /// Known by the name typed at a login and by nothing better.
    private static boolean isNamedOnly(Actor actor) {
        return actor.key() == anchor("username", actor.name());
    }

    /// The actor that a credential nobody vouched for stands for.
    private static Actor byItself(Facet credential, Call call) {
        return switch (credential.kind()) {
            case SUBJECT -> claimed(credential, call);
            case USER_ID -> user(credential.value());
            case USERNAME -> new Actor(anchor("username", credential.value()), credential.value(), Actor.Kind.USER);
            case API_KEY, CLIENT_ID -> application(credential, call);
            case CERTIFICATE ->
                new Actor(anchor("certificate", credential.value()), credential.value(), Actor.Kind.SERVICE);
            case ACCESS_TOKEN, REFRESH_TOKEN, SESSION ->
                new Actor(firstSeenAt(call), credential.kind().label() + " " + credential.value(), Actor.Kind.USER);
        };
    }

    /// The actor that a token names: the application itself where the subject is the client.
    private static Actor claimed(Facet subject, Call call) {
        Facet client = call.presented(Kind.CLIENT_ID);
        return client != null && client.value().equals(subject.display())
                ? application(subject, call)
                : user(subject.display());
    }

    /// A client id names the application; a key alone is known by the first call it made, which no
    /// installation's fingerprint key changes.
    private static Actor application(Facet credential, Call call) {
        Facet client = call.presented(Kind.CLIENT_ID);
        if (client != null) {
            return new Actor(anchor("client", client.value()), client.value(), Actor.Kind.APPLICATION);
        }
        return new Actor(firstSeenAt(call), "API key " + credential.value(), Actor.Kind.APPLICATION);
    }

    /// User ids told by gateways and answers and the subjects of tokens share one space of names. Two issuers
    /// that give one subject to two people would be joined here; see the tests for this blind spot.
    private static Actor user(String id) {
        return new Actor(anchor("user", id), id, Actor.Kind.USER);
    }

    private static Actor anonymous(Call call) {
        String network = call.origin().network();
        String name = (network.isEmpty() ? "unknown network" : network) + ", " + call.device();
        return new Actor(anonymousKey(call), name, Actor.Kind.ANONYMOUS);
    }

    private static long anonymousKey(Call call) {
        return Hash.of(anchor("network", call.origin().network()), Hash.of(call.device()));
    }

    private static long anchor(String what, String value) {
        return Hash.of("actor " + what, value);
    }

    private static long firstSeenAt(Call call) {
        return anchor("first call", call.id());
    }

    private static List<Link> announce(CredentialState state, Actor actor, @Nullable Facet credential, Call call) {
        if (credential == null || state.announced || !actor.equals(state.actor)) {
            return List.of();
        }
        state.announced = true;
        List<Link> links = new ArrayList<>(2);
        links.add(new Link(credential.kind(), credential.value(), state.because, state.since));
        for (Facet facet : call.presented()) {
            boolean name = !facet.kind().secret() && facet.kind() != credential.kind();
            boolean proven = facet.kind() != Kind.USERNAME || !call.granted().isEmpty();
            if (name && proven) {
                Because why = facet.kind() == Kind.USER_ID ? Because.GATEWAY_TOLD : Because.PRESENTED;
                links.add(new Link(facet.kind(), facet.value(), why, call.micros()));
            }
        }
        return List.copyOf(links);
    }

    private static void grant(
            CredentialState state, Touched touched, Actor actor, @Nullable Facet credential, Consumer<Grant> grants) {
        Call call = touched.call();
        if (!call.succeeded()) {
            return;
        }
        Facet token = call.presented(Kind.ACCESS_TOKEN);
        if (credential != null
                && credential.kind() == Kind.SUBJECT
                && token != null
                && token.key() != state.lastToken) {
            state.lastToken = token.key();
            grants.accept(new Grant(token, actor, Because.CLAIM, call.micros()));
        }
        Actor holder = call.granted().isEmpty() ? null : holderOf(state, touched, actor, credential);
        if (holder == null) {
            return;
        }
        Because why = call.presented(Kind.REFRESH_TOKEN) != null ? Because.REFRESH_RESPONSE : Because.LOGIN_RESPONSE;
        for (Facet granted : call.granted()) {
            boolean news = credential == null || granted.key() != credential.key();
            boolean speaksForItself =
                    granted.kind() == Kind.SUBJECT && !holder.equals(actor) && holder.equals(claimed(granted, call));
            if (news && !speaksForItself && granted.kind() != Kind.API_KEY) {
                Facet sibling = granted.kind() == Kind.ACCESS_TOKEN ? first(call.granted(), Kind.REFRESH_TOKEN) : null;
                grants.accept(new Grant(granted, holder, why, call.micros(), sibling));
            }
        }
    }

    /// An answer about oneself that tells id and login name joins later logins by that name.
    /// The refresh token beside the credential is the same user's, so the chain goes on under the id.
    private static void grantNames(CredentialState state, Touched touched, Actor actor, Consumer<Grant> grants) {
        Person person = Person.toldBy(touched.call(), touched.endpoint());
        if (person == null || actor.key() != anchor("user", person.userId())) {
            return;
        }
        if (state.sibling != null) {
            grants.accept(new Grant(
                    state.sibling, actor, Because.SELF_RESPONSE, touched.call().micros()));
        }
        for (String name : person.names()) {
            Facet username = new Facet(Kind.USERNAME, name);
            grants.accept(new Grant(
                    username, actor, Because.SELF_RESPONSE, touched.call().micros()));
        }
    }

    /// Whose the credentials in an answer are. Mostly the caller's; but an application that exchanges a code
    /// gets its user's tokens, an administrator may get somebody else's, and a login whose request was not
    /// seen has no caller.
    private static @Nullable Actor holderOf(
            CredentialState state, Touched touched, Actor actor, @Nullable Facet credential) {
        Call call = touched.call();
        Facet subject = first(call.granted(), Kind.SUBJECT);
        Person person = Person.toldBy(call, touched.endpoint());
        if (credential != null && actor.kind() != Actor.Kind.ANONYMOUS) {
            boolean told = call.presented(Kind.USER_ID) != null;
            if (told || isForCaller(state, credential, subject, person)) {
                return actor;
            }
        }
        if (person != null) {
            return user(person.userId());
        }
        return subject == null ? null : claimed(subject, call);
    }

    private static boolean isForCaller(
            CredentialState state, Facet credential, @Nullable Facet subject, @Nullable Person person) {
        return switch (credential.kind()) {
            case USER_ID, USERNAME -> true;
            case SUBJECT -> subject == null || subject.key() == credential.key() || !sameIssuer(subject, credential);
            case ACCESS_TOKEN, REFRESH_TOKEN, SESSION -> subject == null || state.because != Because.PRESENTED;
            case CERTIFICATE, API_KEY, CLIENT_ID -> subject == null && person == null;
        };
    }

    /// One issuer gives two people two subjects.
    private static boolean sameIssuer(Facet one, Facet other) {
        return issuer(one).equals(issuer(other));
    }

    private static String issuer(Facet subject) {
        return subject.value().substring(0, Math.max(0, subject.value().lastIndexOf('#')));
    }

    private static @Nullable Facet first(List<Facet> facets, Kind kind) {
        for (Facet facet : facets) {
            if (facet.kind() == kind) {
                return facet;
            }
        }
        return null;
    }
}
