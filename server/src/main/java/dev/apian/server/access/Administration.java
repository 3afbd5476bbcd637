// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import dev.apian.catalogue.Account;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredToken;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Role;
import dev.apian.server.http.Said;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What administrators say about users and tokens.
final class Administration {

    private static final int TOKENS_MAX = 10_000;
    private static final int NAME_CHARS_MAX = 100;
    private static final int DAYS_MAX = 3_650;

    /// So that a token is recognised where it should not be, by people and by scanners for secrets.
    private static final String TOKEN_PREFIX = "apian_";

    private final Catalogue catalogue;
    private final Users users;
    private final Recognition recognition;
    private final InstantSource clock;

    Administration(Catalogue catalogue, Users users, Recognition recognition, InstantSource clock) {
        this.catalogue = catalogue;
        this.users = users;
        this.recognition = recognition;
        this.clock = clock;
    }

    ObjectNode users(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (Account account : users.all()) {
            items.add(json(account)
                    .put("sessions", catalogue.sessions().of(account.name()).size()));
        }
        return answer;
    }

    ObjectNode addUser(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Said said = Said.of(
                body,
                Set.of("name", "role", "password"),
                "a JSON object with name, role and, unless an identity" + " provider vouches for the user, password");
        String password = said.text("password");
        Role role = role(said.text("role"));
        return changed(
                () -> json(users.add(said.text("name"), role, password.isEmpty() ? null : password, clock.instant())));
    }

    ObjectNode changeUser(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        String name = asked.path("name");
        Said said = Said.of(
                body,
                Set.of("role", "active", "password"),
                "a JSON object with role, active, password or some of them");
        Account before = known(name);
        JsonNode active = said.members().get("active");
        return changed(() -> {
            if (said.members().has("role")) {
                users.setRole(name, role(said.text("role")));
            }
            if (active != null) {
                if (!active.isBoolean()) {
                    throw Said.wrong("active", active.toString(), "true or false");
                }
                users.setActive(name, active.asBoolean());
            }
            if (said.members().has("password")) {
                users.setPassword(name, said.text("password"));
            }
            return json(users.byName(name).orElse(before));
        });
    }

    ObjectNode removeUser(Parameters asked) throws IOException {
        asked.allowOnly();
        Account gone = known(asked.path("name"));
        return changed(() -> {
            users.remove(gone.name());
            return json(gone);
        });
    }

    ObjectNode tokens(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (StoredToken token : catalogue.tokens().all()) {
            items.add(json(token));
        }
        return answer;
    }

    /// The answer is the only place where the token is ever seen.
    ObjectNode addToken(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Said said = Said.of(
                body, Set.of("name", "role", "days"), "a JSON object with name, role and, if it is to end, days");
        String name = said.text("name").trim();
        if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
            throw Said.wrong("name", name, "what the token is for, in 1 to %d characters".formatted(NAME_CHARS_MAX));
        }
        Role role = role(said.text("role"));
        if (role == Role.ADMIN) {
            throw Said.wrong("role", role.label(), "ingest, viewer or analyst: only people are administrators");
        }
        int count = catalogue.tokens().all().size();
        if (count >= TOKENS_MAX) {
            throw Problem.limit(
                    "Too many tokens", "tokens_max", count, TOKENS_MAX, "Remove those that are not used any more.");
        }
        String secret = TOKEN_PREFIX + Secrets.fresh();
        Instant now = clock.instant();
        StoredToken token = new StoredToken(
                Secrets.freshId(),
                name,
                role.label(),
                Secrets.hash(secret),
                asked.caller().name(),
                now,
                expiry(said.members().get("days"), now),
                null);
        catalogue.tokens().put(token);
        return json(token).put("token", secret);
    }

    ObjectNode removeToken(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("id");
        if (!catalogue.tokens().remove(id)) {
            throw Problem.notFound(
                    "No such token",
                    "There is no token with the id %s; GET /api/v1/tokens lists those there are.".formatted(id));
        }
        recognition.forget();
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    private interface Changing {
        ObjectNode change() throws IOException;
    }

    /// What is against a rule is the fault of what was said.
    private ObjectNode changed(Changing changing) throws IOException {
        try {
            return changing.change();
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(String.valueOf(e.getMessage()));
        } finally {
            recognition.forget();
        }
    }

    private Account known(String name) throws IOException {
        return users.byName(name)
                .orElseThrow(() -> Problem.notFound(
                        "No such user",
                        "There is no user %s; GET /api/v1/users lists those there are.".formatted(name)));
    }

    private static @Nullable Instant expiry(@Nullable JsonNode days, Instant now) {
        if (days == null || days.isNull()) {
            return null;
        }
        if (!days.isInt() || days.asInt() < 1 || days.asInt() > DAYS_MAX) {
            throw Said.wrong("days", days.toString(), "a whole number from 1 to " + DAYS_MAX);
        }
        return now.plus(Duration.ofDays(days.asInt()));
    }

    private static Role role(String label) {
        try {
            return Role.of(label);
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode json(Account account) {
        Instant lastSeen = account.lastSeen();
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("role", account.role())
                .put("signs_in_with", account.password() == null ? "provider" : "password")
                .put("active", account.active())
                .put("created", account.created().toString())
                .put("last_seen", lastSeen == null ? null : lastSeen.toString());
    }

    private static ObjectNode json(StoredToken token) {
        Instant expires = token.expires();
        Instant lastUsed = token.lastUsed();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", token.id())
                .put("name", token.name())
                .put("role", token.role())
                .put("author", token.author())
                .put("created", token.created().toString())
                .put("expires", expires == null ? null : expires.toString())
                .put("last_used", lastUsed == null ? null : lastUsed.toString());
    }
}
