// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where operations get their address, and where it is said who may use them: whoever sees may ask, analysts may
/// change, unless an operation says otherwise.
public final class Operations {

    /// The body of what a person says.
    public static final int SAID_BYTES_MAX = 64 << 10;

    private final ServerBuilder server;
    private final DecoratingHttpServiceFunction answered;
    private final Witness witness;

    /// @param answered decorates every operation that reads
    /// @param witness  sees everything that people do
    public Operations(ServerBuilder server, DecoratingHttpServiceFunction answered, Witness witness) {
        this.server = server;
        this.answered = answered;
        this.witness = witness;
    }

    /// Sees what people do, once it is done.
    public interface Witness {
        void saw(Parameters asked, byte[] body) throws IOException;
    }

    /// An operation with a body.
    public interface Hearing {
        JsonNode answer(Parameters asked, byte[] body) throws IOException;
    }

    public void get(String path, Answering.Operation operation) {
        get(Role.VIEWER, path, operation);
    }

    public void get(Role needed, String path, Answering.Operation operation) {
        get(needed, path, new Answering(operation));
    }

    public void get(Role needed, String path, HttpService service) {
        server.route().get(path).build(service.decorate(answered).decorate(only(needed)));
    }

    public void post(String path, Hearing operation) {
        hear(HttpMethod.POST, Role.ANALYST, path, operation);
    }

    public void put(String path, Hearing operation) {
        hear(HttpMethod.PUT, Role.ANALYST, path, operation);
    }

    public void patch(String path, Hearing operation) {
        hear(HttpMethod.PATCH, Role.ANALYST, path, operation);
    }

    public void delete(String path, Answering.Operation operation) {
        delete(Role.ANALYST, path, operation);
    }

    public void delete(Role needed, String path, Answering.Operation operation) {
        hear(HttpMethod.DELETE, needed, path, (asked, _) -> operation.answer(asked));
    }

    /// A service of its own making, for whoever has the role.
    ///
    /// @param bytesMax of the body
    public void serve(HttpMethod method, Role needed, String path, int bytesMax, HttpService service) {
        server.route().methods(method).path(path).maxRequestLength(bytesMax).build(service.decorate(only(needed)));
    }

    public void hear(HttpMethod method, Role needed, String path, Hearing operation) {
        hear(method, needed, path, SAID_BYTES_MAX, operation);
    }

    /// @param bytesMax of the body
    public void hear(HttpMethod method, Role needed, String path, int bytesMax, Hearing operation) {
        server.route()
                .methods(method)
                .path(path)
                .maxRequestLength(bytesMax)
                .build(hearing(operation).decorate(only(needed)));
    }

    /// An operation that nobody has to be known for.
    public void openly(HttpMethod method, String path, Hearing operation) {
        server.route()
                .methods(method)
                .path(path)
                .maxRequestLength(SAID_BYTES_MAX)
                .build(heard(operation));
    }

    /// Lets nobody through who may not do what needs a role.
    public static DecoratingHttpServiceFunction only(Role needed) {
        return (inner, context, request) -> {
            Problem refusal = refusal(context, needed);
            return refusal == null ? inner.serve(context, request) : Browser.refused(request, refusal);
        };
    }

    private static @Nullable Problem refusal(ServiceRequestContext context, Role needed) {
        Caller caller = Caller.of(context);
        if (caller == null) {
            return Problem.of(
                    HttpStatus.UNAUTHORIZED,
                    "sign-in",
                    "Sign in first",
                    "Sign in at the console, or send a token as 'Authorization: Bearer TOKEN'.");
        }
        return caller.may(needed)
                ? null
                : Problem.forbidden("%s may not do this: it needs the role %s. An administrator can give it."
                        .formatted(caller.described(), needed.label()));
    }

    private HttpService hearing(Hearing operation) {
        return heard((asked, body) -> {
            JsonNode answer = operation.answer(asked, body);
            witness.saw(asked, body);
            return answer;
        });
    }

    /// Reads the body to its end, then answers.
    private static HttpService heard(Hearing operation) {
        return (context, request) -> HttpResponse.of(request.aggregate().thenApply(whole -> {
            byte[] body = whole.content().array();
            return new Answering(asked -> operation.answer(asked, body)).serve(context, request);
        }));
    }
}
