// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.catalogue.Account;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredSession;
import dev.apian.catalogue.StoredToken;
import dev.apian.server.http.Browser;
import dev.apian.server.http.Caller;
import dev.apian.server.http.Failures;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Finds out who asks, before anything else does: by the cookie of a session, or by a token.
///
/// What was found is believed for [#BELIEVED]; so a session that another server ended lives on for that long.
final class Recognition implements DecoratingHttpServiceFunction {

    static final Duration BELIEVED = Duration.ofSeconds(2);
    static final Duration SESSION_IDLE_MAX = Duration.ofHours(12);
    static final Duration SESSION_LIFE_MAX = Duration.ofDays(7);

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);
    private static final int BELIEVED_MAX = 10_000;

    /// Where a page says what only a page of ours can know.
    static final String PAGE_HEADER = "apian-page";

    private static final String BEARER = "Bearer ";

    /// Keys of what is believed: by hash, and those of whoever comes without sign-in, and of nobody at all.
    private static final String TOKEN = "token ";
    private static final String SESSION = "session ";
    private static final String ANYBODY = "anybody";
    private static final String NOBODY = "nobody";

    private final Catalogue catalogue;
    private final boolean always;
    private final InstantSource clock;
    private final Map<String, Found> believed = new LinkedHashMap<>();

    /// @param always whether one must sign in even if there is no user yet
    Recognition(Catalogue catalogue, boolean always, InstantSource clock) {
        this.catalogue = catalogue;
        this.always = always;
        this.clock = clock;
    }

    /// @param caller null if nobody
    private record Found(@Nullable Caller caller, Instant at) {}

    /// What is believed is answered at once; for the rest the catalogue is asked, where waiting is allowed.
    @Override
    public HttpResponse serve(HttpService inner, ServiceRequestContext context, HttpRequest request) throws Exception {
        Found anybody = believed(ANYBODY);
        if (anybody != null && anybody.caller() != null) {
            return proceed(anybody.caller(), inner, context, request);
        }
        String key = keyOf(request);
        Found known = anybody == null ? null : believed(key);
        if (known != null) {
            return proceed(known.caller(), inner, context, request);
        }
        return HttpResponse.of(CompletableFuture.supplyAsync(() -> asked(key), context.blockingTaskExecutor())
                .thenApplyAsync(found -> proceed(found, inner, context, request), context.eventLoop())
                .exceptionally(e -> Browser.refused(request, Failures.of(context, e))));
    }

    private static HttpResponse proceed(
            @Nullable Caller caller, HttpService inner, ServiceRequestContext context, HttpRequest request) {
        try {
            if (caller != null && caller.role() != null && token(request) == null) {
                requirePage(request);
            }
            if (caller != null) {
                caller.attachTo(context);
            }
            return inner.serve(context, request);
        } catch (Exception e) {
            return Browser.refused(request, Failures.of(context, e));
        }
    }

    /// Whether one must sign in.
    boolean isRequired() throws IOException {
        return found(ANYBODY).caller() == null;
    }

    /// Forgets what was found: something has changed.
    void forget() {
        synchronized (believed) {
            believed.clear();
        }
    }

    private @Nullable Caller asked(String key) {
        try {
            Found anybody = found(ANYBODY);
            return anybody.caller() != null ? anybody.caller() : found(key).caller();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Found found(String key) throws IOException {
        Found before = believed(key);
        if (before != null) {
            return before;
        }
        Found found = new Found(find(key), clock.instant());
        synchronized (believed) {
            believed.remove(key);
            believed.put(key, found);
            if (believed.size() > BELIEVED_MAX) {
                Iterator<String> oldest = believed.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
        return found;
    }

    private @Nullable Found believed(String key) {
        synchronized (believed) {
            Found found = believed.get(key);
            return found != null && clock.instant().isBefore(found.at().plus(BELIEVED)) ? found : null;
        }
    }

    private @Nullable Caller find(String key) throws IOException {
        if (key.startsWith(TOKEN)) {
            return ofToken(key.substring(TOKEN.length()));
        }
        if (key.startsWith(SESSION)) {
            return ofSession(key.substring(SESSION.length()));
        }
        boolean open =
                key.equals(ANYBODY) && !always && catalogue.accounts().all().isEmpty();
        return open ? Caller.LOCAL : null;
    }

    /// A token wins over a cookie.
    private static String keyOf(HttpRequest request) {
        String token = token(request);
        if (token != null) {
            return TOKEN + Secrets.hash(token);
        }
        String session = Browser.session(request.headers());
        return session == null ? NOBODY : SESSION + Secrets.hash(session);
    }

    private static @Nullable String token(HttpRequest request) {
        String said = request.headers().get(HttpHeaderNames.AUTHORIZATION);
        return said != null && said.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? said.substring(BEARER.length()).trim()
                : null;
    }

    private static void requirePage(HttpRequest request) {
        String session = Browser.session(request.headers());
        if (session == null || !Browser.changes(request.method())) {
            return;
        }
        String shown = request.headers().get(PAGE_HEADER);
        if (shown == null || !Secrets.same(shown, Secrets.proofOfPage(session))) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN,
                    "not-from-the-console",
                    "The request is not from the console",
                    "A change with a session's cookie needs the header %s with what GET /api/v1/session tells as page;"
                                    .formatted(PAGE_HEADER)
                            + " programs use a token instead.");
        }
    }

    private @Nullable Caller ofToken(String hash) throws IOException {
        StoredToken token = catalogue.tokens().byHash(hash).orElse(null);
        Instant now = clock.instant();
        if (token == null || isPast(token.expires(), now)) {
            return null;
        }
        Instant lastUsed = token.lastUsed();
        if (lastUsed == null || lastUsed.plus(USE_NOTED_EVERY).isBefore(now)) {
            catalogue.tokens().put(token.used(now));
        }
        return new Caller(token.name(), role(token.role()));
    }

    private @Nullable Caller ofSession(String hash) throws IOException {
        StoredSession session = catalogue.sessions().byHash(hash).orElse(null);
        Instant now = clock.instant();
        if (session == null
                || isPast(session.created().plus(SESSION_LIFE_MAX), now)
                || isPast(session.used().plus(SESSION_IDLE_MAX), now)) {
            return null;
        }
        Account account = catalogue.accounts().byName(session.account()).orElse(null);
        if (account == null || !account.active()) {
            return null;
        }
        if (session.used().plus(USE_NOTED_EVERY).isBefore(now)) {
            catalogue.sessions().put(session.usedAt(now));
        }
        return new Caller(account.name(), role(account.role()));
    }

    private static boolean isPast(@Nullable Instant end, Instant now) {
        return end != null && !now.isBefore(end);
    }

    /// A word that this version does not know opens nothing.
    private static Role role(String label) {
        try {
            return Role.of(label);
        } catch (IllegalArgumentException e) {
            throw Problem.forbidden(e.getMessage() + "; an administrator can give another one");
        }
    }
}
