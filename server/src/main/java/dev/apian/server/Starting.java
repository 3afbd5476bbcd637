// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.server.http.ConsoleFiles;
import dev.apian.server.http.Problem;
import java.time.Duration;
import java.util.Set;

/// What a server answers that listens, and whose data directory is still being opened: the console's files, and to all
/// else that it should be asked again in a moment.
final class Starting implements HttpService {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final String REASON = "the state is being read";

    /// As text: it is often the first answer of all, and a library to write it takes long to load.
    private static final String HEALTH = "{\"status\":\"starting\",\"reason\":\"" + REASON + "\"}";

    /// Or the console's page would be there instead.
    private static final Set<String> LATER = Set.of("/metrics", "/openapi.yaml");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final HttpService console = new ConsoleFiles();

    void serveOn(ServerBuilder server) {
        server.route().get("/healthz").build((_, _) -> health());
        server.route().pathPrefix("/").maxRequestLength(0).build(this);
    }

    private static HttpResponse health() {
        return HttpResponse.of(HttpStatus.SERVICE_UNAVAILABLE, MediaType.JSON, HEALTH);
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) throws Exception {
        String path = context.path();
        boolean later = LATER.contains(path) || path.startsWith("/api/") || path.startsWith("/v1/");
        return READING.contains(request.method()) && !later ? console.serve(context, request) : later(request);
    }

    /// The body is read to its end, or clients would see a broken connection instead of the answer.
    private static HttpResponse later(HttpRequest request) {
        Problem problem = Problem.again(
                HttpStatus.SERVICE_UNAVAILABLE,
                "starting",
                "The server is starting",
                REASON + "; nothing was done, try again in a moment",
                RETRY_AFTER);
        return HttpResponse.of(request.filter(_ -> false)
                .collect()
                .thenApply(_ -> problem.response().toHttpResponse()));
    }
}
