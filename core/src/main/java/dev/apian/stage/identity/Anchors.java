// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;

/// What actors are anchored to: a user id, a subject, an application, the first call of a credential that nobody
/// vouched for.
final class Anchors {

    private static final long USER = kindOf("user");
    private static final long USERNAME = kindOf("username");
    private static final long CERTIFICATE = kindOf("certificate");
    private static final long SUBJECT = kindOf("subject");
    private static final long CLIENT = kindOf("client");
    private static final long NETWORK = kindOf("network");
    private static final long FIRST_CALL = kindOf("first call");

    private final Issuers issuers;

    Anchors(Issuers issuers) {
        this.issuers = issuers;
    }

    /// User ids told by gateways and answers share one space of names with the subjects of the house's own tokens.
    static Actor user(String id) {
        return new Actor(key(USER, id), id, Actor.Kind.USER);
    }

    static boolean isUser(Actor actor, String id) {
        return actor.key() == key(USER, id);
    }

    /// Known by the name typed at a login and by nothing better.
    static boolean isNamedOnly(Actor actor) {
        return actor.key() == key(USERNAME, actor.name());
    }

    /// The actor that a credential nobody vouched for stands for.
    Actor byItself(Facet credential, Call call) {
        return switch (credential.kind()) {
            case SUBJECT -> claimed(credential, call);
            case USER_ID -> user(credential.value());
            case USERNAME -> new Actor(key(USERNAME, credential.value()), credential.value(), Actor.Kind.USER);
            case API_KEY, CLIENT_ID -> application(credential, call);
            case CERTIFICATE -> new Actor(key(CERTIFICATE, credential.value()), credential.value(), Actor.Kind.SERVICE);
            case ACCESS_TOKEN, REFRESH_TOKEN, SESSION ->
                new Actor(firstSeenAt(call), credential.kind().label() + " " + credential.value(), Actor.Kind.USER);
        };
    }

    /// The actor that a token names: the application itself where the subject is the client.
    Actor claimed(Facet subject, Call call) {
        Facet client = call.presented(Kind.CLIENT_ID);
        return client != null && client.value().equals(subject.display())
                ? application(subject, call)
                : ofSubject(subject);
    }

    Actor ofSubject(Facet subject) {
        return issuers.isHouse(subject)
                ? user(subject.display())
                : new Actor(key(SUBJECT, subject.value()), subject.display(), Actor.Kind.USER);
    }

    /// A client id names the application; a key alone is known by the first call it made, which no
    /// installation's fingerprint key changes.
    static Actor application(Facet credential, Call call) {
        Facet client = call.presented(Kind.CLIENT_ID);
        if (client != null) {
            return new Actor(key(CLIENT, client.value()), client.value(), Actor.Kind.APPLICATION);
        }
        return new Actor(firstSeenAt(call), "API key " + credential.value(), Actor.Kind.APPLICATION);
    }

    /// Whoever runs what several users come through.
    static Actor shared(Facet credential, Call call) {
        String name = "shared " + credential.kind().label() + " " + credential.value();
        return new Actor(firstSeenAt(call), name, Actor.Kind.APPLICATION);
    }

    static Actor anonymous(Call call) {
        String network = call.origin().network();
        String name = (network.isEmpty() ? "unknown network" : network) + ", " + call.device();
        return new Actor(anonymousKey(call), name, Actor.Kind.ANONYMOUS);
    }

    static long anonymousKey(Call call) {
        return Hash.of(key(NETWORK, call.origin().network()), Hash.of(call.device()));
    }

    /// What a person took from its actor stands for itself.
    static Actor unlinked(Facet facet) {
        String name = facet.kind().label() + " " + facet.value();
        return new Actor(key(kindOf("unlinked " + facet.kind().label()), facet.value()), name, Actor.Kind.USER);
    }

    private static long firstSeenAt(Call call) {
        return key(FIRST_CALL, call.id());
    }

    private static long key(long kind, String value) {
        return Hash.of(kind, Hash.of(value));
    }

    /// What keeps the keys of one kind of anchor apart from those of others.
    private static long kindOf(String what) {
        return Hash.of("actor " + what);
    }
}
