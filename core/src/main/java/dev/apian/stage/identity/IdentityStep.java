// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stream.State;
import dev.apian.stream.States;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Resolves each call to its actor by the state of its strongest credential.
///
/// Evidence ladder: what a person said, a user told by the gateway, the claims of an accepted token, a login or
/// refresh response seen, the answer of an endpoint about oneself. A rejected credential (401) proves nothing and its
/// call stays anonymous unless the credential was good before.
public final class IdentityStep {

    private static final Duration MEMORY = Duration.ofDays(35);

    /// Names the state in checkpoints.
    public String name() {
        return "identity";
    }

    public State freshState() {
        return new CredentialState();
    }

    public IdentityMemory freshMemory() {
        return new IdentityMemory();
    }

    /// A credential silent for longer is forgotten.
    public Duration memory() {
        return MEMORY;
    }

    /// The key whose state resolves this call.
    public long keyOf(Touched touched) {
        return keyOf(touched.call(), credentialOf(touched.call()));
    }

    private static long keyOf(Call call, @Nullable Facet credential) {
        return credential == null ? Anchors.anonymousKey(call) : credential.key();
    }

    /// Resolves a call, and notes what it tells of other credentials.
    ///
    /// @param named  with entities by the names of their parameters
    /// @param states of all credentials
    public Identified resolve(Touched named, States<State> states, IdentityMemory memory) {
        Touched touched = memory.types.take(named);
        Call call = touched.call();
        Facet credential = credentialOf(call);
        Credential held = new Credential(states, keyOf(call, credential), call.micros());
        Person person = personIn(touched, credential, memory);
        Actor found = new Ladder(held, call, touched.endpoint(), memory.anchors).actorOf(credential, person);
        Actor actor = memory.rulings().isEmpty() ? found : memory.rulings().apply(found, credential);
        learn(touched, found, held, credential, memory);
        Granting granting = new Granting(call, person, found, credential, held, memory);
        granting.grant();
        boolean replayed = granting.isReplay();
        List<Link> links = Announcing.links(held, found, credential, call, memory.rulings());
        List<Whose> whose = memory.owners.take(touched, actor);
        String place = memory.egress.take(call, actor);
        return new Identified(
                touched.withoutFields().showing(type -> !memory.owners.isPublic(type)),
                actor,
                actor.kind() == Actor.Kind.ANONYMOUS ? null : credential,
                links,
                whose,
                place,
                replayed);
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

    /// Whom the answer names as the caller: by the names that such answers have, or by a field that was learned.
    private static @Nullable Person personIn(Touched touched, @Nullable Facet credential, IdentityMemory memory) {
        Person person = Person.toldBy(touched.call(), touched.endpoint());
        if (person != null || credential == null || !isOpaque(credential)) {
            return person;
        }
        String learned = memory.selves.userIdIn(touched.call(), touched.endpoint());
        return learned == null ? null : new Person(learned, List.of(), true);
    }

    private static boolean isOpaque(Facet credential) {
        return credential.kind() == Kind.ACCESS_TOKEN || credential.kind() == Kind.SESSION;
    }

    private static void learn(
            Touched touched, Actor actor, Credential held, @Nullable Facet credential, IdentityMemory memory) {
        Call call = touched.call();
        Facet told = call.presented(Kind.USER_ID);
        Facet subject = call.presented(Kind.SUBJECT);
        if (subject != null && call.status() != 401) {
            memory.issuers.see(subject);
            if (told != null) {
                memory.issuers.compare(subject, told.value());
            }
        }
        if (credential == null) {
            return;
        }
        if (credential.kind() != Kind.REFRESH_TOKEN && credential.kind() != Kind.USERNAME && call.succeeded()) {
            boolean vouchedFor = actor.kind() == Actor.Kind.USER
                    && held.state().because != Because.PRESENTED
                    && held.state().because != Because.SELF_RESPONSE
                    && Anchors.isUser(actor, actor.name());
            if (touched.touched().isEmpty() || !vouchedFor) {
                Endpoint endpoint = touched.endpoint();
                memory.selves.learn(call, endpoint, credential.key(), vouchedFor ? actor.name() : null);
            }
        }
        if (credential.kind() != Kind.ACCESS_TOKEN && credential.kind() != Kind.REFRESH_TOKEN) {
            held.toChange().conductToFill().take(call, told);
        }
    }
}
