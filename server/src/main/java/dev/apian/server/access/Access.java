// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.server.ServerBuilder;
import dev.apian.catalogue.Catalogue;
import dev.apian.server.http.Answering;
import dev.apian.server.http.Browser;
import dev.apian.server.http.Operations;
import dev.apian.server.http.Operations.Witness;
import dev.apian.server.http.Role;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The way in: operations to sign in and about users, tokens and what everybody did; and the two checks that every
/// request passes, who it is and whether they may.
///
/// Nobody has to sign in as long as there is no user and no identity provider. That is for one person on their own
/// machine: elsewhere a server does not listen like that unless told so.
public final class Access {

    private final Recognition recognition;
    private final Trail trail;
    private final SignIn signIn;
    private final Administration administration;
    private final @Nullable ProviderSignIn provider;

    public Access(Catalogue catalogue, AccessSettings settings, InstantSource clock) {
        Users users = new Users(catalogue);
        OpenIdSettings vouching = settings.provider();
        recognition = new Recognition(catalogue, vouching != null, clock);
        trail = new Trail(catalogue.audit(), clock);
        signIn = new SignIn(catalogue, users, recognition, trail, settings, clock);
        administration = new Administration(catalogue, users, recognition, clock);
        provider = vouching == null ? null : new ProviderSignIn(vouching, users, signIn, trail, settings, clock);
    }

    /// Who writes down what is done.
    public Witness witness() {
        return trail;
    }

    public void serveOn(ServerBuilder server, Operations operations) {
        operations.openly(HttpMethod.GET, "/api/v1/session", (asked, _) -> signIn.show(asked));
        operations.openly(HttpMethod.POST, "/api/v1/session", signIn::begin);
        operations.openly(HttpMethod.DELETE, "/api/v1/session", (asked, _) -> signIn.end(asked));
        operations.hear(HttpMethod.POST, Role.VIEWER, "/api/v1/session/password", signIn::changePassword);
        if (provider != null) {
            ProviderSignIn there = provider;
            server.route().get("/api/v1/session/provider").build(Answering.freely(there::start));
            server.route().get("/" + ProviderSignIn.BACK).build(Answering.freely(there::back));
        }
        administer(operations);
    }

    /// Added after all services and before other decorators: the last that is added is the first to see a request.
    public void guard(ServerBuilder server) {
        server.decorator((inner, context, request) -> {
            Role needed = neededBy(request.method(), context.path());
            return needed == null
                    ? inner.serve(context, request)
                    : Operations.only(needed).serve(inner, context, request);
        });
        server.decorator(recognition);
    }

    /// What is asked of an address that no operation answers for: files and health are everybody's, and whatever takes
    /// something is a way to send calls in, over HTTP or gRPC.
    private static @Nullable Role neededBy(HttpMethod method, String path) {
        if (path.equals("/metrics")) {
            return Role.VIEWER;
        }
        return Browser.changes(method) && !path.startsWith("/api/") ? Role.INGEST : null;
    }

    private void administer(Operations operations) {
        operations.get(Role.ADMIN, "/api/v1/users", administration::users);
        operations.hear(HttpMethod.POST, Role.ADMIN, "/api/v1/users", administration::addUser);
        operations.hear(HttpMethod.PATCH, Role.ADMIN, "/api/v1/users/{name}", administration::changeUser);
        operations.delete(Role.ADMIN, "/api/v1/users/{name}", administration::removeUser);
        operations.get(Role.ADMIN, "/api/v1/tokens", administration::tokens);
        operations.hear(HttpMethod.POST, Role.ADMIN, "/api/v1/tokens", administration::addToken);
        operations.delete(Role.ADMIN, "/api/v1/tokens/{id}", administration::removeToken);
        operations.get(Role.ADMIN, "/api/v1/audit", trail::list);
    }
}
