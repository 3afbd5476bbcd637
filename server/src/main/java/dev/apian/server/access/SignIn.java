// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.catalogue.Account;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredSession;
import dev.apian.server.http.Browser;
import dev.apian.server.http.Caller;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Begins and ends sessions, and says who one is.
final class SignIn {

    private static final int AGENT_CHARS_MAX = 300;

    private final Catalogue catalogue;
    private final Users users;
    private final Recognition recognition;
    private final Trail trail;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final Attempts attempts = new Attempts();

    SignIn(
            Catalogue catalogue,
            Users users,
            Recognition recognition,
            Trail trail,
            AccessSettings settings,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.users = users;
        this.recognition = recognition;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /// Who asks, and how one can sign in.
    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("required", recognition.isRequired());
        Caller caller = asked.callerIfKnown();
        String session = asked.session();
        if (caller == null) {
            answer.putNull("user");
        } else {
            answer.putObject("user")
                    .put("name", caller.name())
                    .put("role", caller.role() == null ? "admin" : caller.role().label());
        }
        answer.put("page", caller == null || session == null ? null : Secrets.proofOfPage(session));
        OpenIdSettings provider = settings.provider();
        return answer.put("provider", provider == null ? null : provider.name());
    }

    /// With a name and a password.
    ObjectNode begin(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Said said = Said.of(body, Set.of("name", "password"), "a JSON object with name and password");
        String name = said.text("name");
        Instant now = clock.instant();
        Duration wait = attempts.wait(name, asked.address(), now);
        if (!wait.isZero()) {
            trail.add(name, asked, Trail.REFUSED, "too many tries");
            throw Problem.again(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-tries",
                    "Too many tries",
                    "Signing in failed too often; wait %d minutes, or let an administrator set a new password."
                            .formatted(wait.toMinutes() + 1),
                    wait);
        }
        Account account = users.byName(name).orElse(null);
        if (!passes(account, said.text("password")) || account == null) {
            attempts.failed(name, asked.address(), now);
            trail.add(name, asked, Trail.REFUSED, "wrong name or password");
            throw Problem.of(
                    HttpStatus.UNAUTHORIZED,
                    "wrong-password",
                    "Name or password is wrong",
                    "Name or password is wrong, or the user may not sign in at present.");
        }
        attempts.succeeded(name);
        trail.add(name, asked, Trail.DONE, "");
        return begun(asked, account);
    }

    /// Lets somebody in who has proved who it is. Called on the answer's way, since it sets the cookie.
    ObjectNode begun(Parameters asked, Account account) throws IOException {
        Instant now = clock.instant();
        String secret = Secrets.fresh();
        String agent = asked.header("user-agent");
        catalogue.sessions().forget(now.minus(Recognition.SESSION_LIFE_MAX), now.minus(Recognition.SESSION_IDLE_MAX));
        catalogue
                .sessions()
                .put(new StoredSession(
                        Secrets.hash(secret),
                        account.name(),
                        now,
                        now,
                        asked.address(),
                        agent.substring(0, Math.min(agent.length(), AGENT_CHARS_MAX))));
        catalogue.accounts().put(account.seen(now));
        asked.setCookie(Browser.cookieOf(secret, Recognition.SESSION_LIFE_MAX, settings.secure()));
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("role", account.role())
                .put("page", Secrets.proofOfPage(secret));
    }

    ObjectNode end(Parameters asked) throws IOException {
        asked.allowOnly();
        String session = asked.session();
        Caller caller = asked.callerIfKnown();
        if (session != null) {
            catalogue.sessions().end(Secrets.hash(session));
            recognition.forget();
            asked.setCookie(Browser.cookieOf("", Duration.ZERO, settings.secure()));
            if (caller != null) {
                trail.add(caller.name(), asked, Trail.DONE, "");
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /// One's own, with the old one.
    ObjectNode changePassword(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Said said = Said.of(
                body, Set.of("old_password", "new_password"), "a JSON object with old_password and new_password");
        Account account = users.byName(asked.caller().name()).orElse(null);
        Instant now = clock.instant();
        String session = asked.session();
        if (account == null || session == null) {
            throw Problem.badBody(
                    "%s has no password here".formatted(asked.caller().name()));
        }
        if (!attempts.wait(account.name(), asked.address(), now).isZero()
                || !passes(account, said.text("old_password"))) {
            attempts.failed(account.name(), asked.address(), now);
            throw Problem.badBody("old_password is wrong, or was wrong too often; wait a while and try again");
        }
        try {
            users.setPassword(account.name(), said.text("new_password"));
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(String.valueOf(e.getMessage()));
        }
        recognition.forget();
        return begun(asked, users.byName(account.name()).orElse(account));
    }

    private static boolean passes(@Nullable Account account, String password) {
        String hash = account == null ? null : account.password();
        if (account == null || hash == null || password.length() > Passwords.CHARS_MAX) {
            Passwords.pretend(password.substring(0, Math.min(password.length(), Passwords.CHARS_MAX)));
            return false;
        }
        return Passwords.matches(password, hash) && account.active();
    }
}
