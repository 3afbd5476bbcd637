// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import dev.apian.catalogue.Account;
import dev.apian.server.access.OpenIdConnect.Errand;
import dev.apian.server.access.OpenIdConnect.NotVouched;
import dev.apian.server.access.OpenIdConnect.Vouched;
import dev.apian.server.http.Browser;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Role;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends browsers to the identity provider, and lets in who comes back.
final class ProviderSignIn {

    static final String BACK = "api/v1/session/provider/back";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final String COOKIE = "apian_errand";
    private static final Duration ERRAND_MAX = Duration.ofMinutes(10);
    private static final int ERRANDS_MAX = 10_000;

    private final OpenIdSettings provider;
    private final OpenIdConnect protocol;
    private final Users users;
    private final SignIn signIn;
    private final Trail trail;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final Map<String, Begun> errands = new LinkedHashMap<>();

    /// @param secret what the browser that began it holds
    private record Begun(Errand errand, String secret, Instant at) {}

    ProviderSignIn(
            OpenIdSettings provider,
            Users users,
            SignIn signIn,
            Trail trail,
            AccessSettings settings,
            InstantSource clock) {
        this.provider = provider;
        this.protocol = new OpenIdConnect(provider, URI.create(settings.publicUrl() + BACK));
        this.users = users;
        this.signIn = signIn;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    HttpResponse start(Parameters asked) throws IOException {
        asked.allowOnly("to");
        Errand errand = Errand.to(ownPath(asked.text("to")));
        String secret = Secrets.fresh();
        keep(new Begun(errand, secret, clock.instant()));
        asked.setCookie(Browser.hidden(COOKIE, secret, ERRAND_MAX, settings.secure()));
        return redirect(protocol.address(errand).toString());
    }

    HttpResponse back(Parameters asked) throws IOException {
        String code = asked.text("code");
        Begun begun = taken(asked.text("state"));
        asked.setCookie(Browser.hidden(COOKIE, "", Duration.ZERO, settings.secure()));
        String secret = asked.cookie(COOKIE);
        if (begun == null || secret == null || !Secrets.same(secret, begun.secret())) {
            return refused(asked, "?", "stale", "the errand is not this browser's, or too old");
        }
        if (code == null) {
            return refused(asked, "?", "provider", "the provider says " + asked.text("error"));
        }
        try {
            Vouched vouched = protocol.vouched(begun.errand(), code);
            return admitted(asked, begun, vouched);
        } catch (NotVouched e) {
            return refused(asked, "?", "provider", String.valueOf(e.getMessage()));
        }
    }

    private HttpResponse admitted(Parameters asked, Begun begun, Vouched vouched) throws IOException {
        Role role = provider.roleOf(vouched.roleValues());
        if (role == null) {
            return refused(asked, vouched.name(), "role", "no value of %s is a role".formatted(provider.roleClaim()));
        }
        Account account;
        try {
            account = users.vouched(vouched.subject(), vouched.name(), role, clock.instant());
        } catch (IllegalArgumentException e) {
            return refused(asked, vouched.name(), "name", String.valueOf(e.getMessage()));
        }
        if (!account.active()) {
            return refused(asked, account.name(), "inactive", "an administrator has closed the account");
        }
        trail.add(account.name(), asked, Trail.DONE, "as " + role.label());
        signIn.begun(asked, account);
        return redirect(begun.errand().to());
    }

    /// @param why a word that the console explains
    private HttpResponse refused(Parameters asked, String name, String why, String detail) throws IOException {
        LOG.warn("sign-in with {} refused: {}", provider.name(), detail);
        trail.add(name, asked, Trail.REFUSED, detail);
        return redirect("/sign-in?refused=" + why);
    }

    private static HttpResponse redirect(String to) {
        return HttpResponse.of(ResponseHeaders.builder(HttpStatus.FOUND)
                .set(HttpHeaderNames.LOCATION, to)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .build());
    }

    /// Only a path of this console, or a link could send people elsewhere.
    private static String ownPath(@Nullable String to) {
        return to != null && to.matches("/([^/\\\\\\s].*)?") ? to : "/";
    }

    private void keep(Begun begun) {
        synchronized (errands) {
            errands.put(begun.errand().state().getValue(), begun);
            Iterator<Begun> oldest = errands.values().iterator();
            while (oldest.hasNext()) {
                Begun one = oldest.next();
                if (errands.size() <= ERRANDS_MAX && one.at().plus(ERRAND_MAX).isAfter(clock.instant())) {
                    break;
                }
                oldest.remove();
            }
        }
    }

    private @Nullable Begun taken(@Nullable String state) {
        synchronized (errands) {
            Begun begun = state == null ? null : errands.remove(state);
            return begun == null || begun.at().plus(ERRAND_MAX).isBefore(clock.instant()) ? null : begun;
        }
    }
}
