// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An operation as a service: it runs where it may wait, and its answer is JSON.
public final class Answering implements HttpService {

    private static final JsonMapper JSON = new JsonMapper();

    private final Responding responding;
    private final @Nullable Executor elsewhere;

    private Answering(Responding responding) {
        this(responding, null);
    }

    private Answering(Responding responding, @Nullable Executor elsewhere) {
        this.responding = responding;
        this.elsewhere = elsewhere;
    }

    /// The same where waiting does not keep others from their answers.
    public Answering on(Executor executor) {
        return new Answering(responding, executor);
    }

    public Answering(Operation operation) {
        this((Responding) asked -> json(HttpStatus.OK, operation.answer(asked)));
    }

    /// An operation whose answer is kept as a file.
    public static Answering file(Downloading operation) {
        return new Answering((Responding) asked -> file(operation.answer(asked)));
    }

    /// An operation whose answer is more than JSON.
    public static Answering freely(Responding operation) {
        return new Answering(operation);
    }

    /// Answers a request, or throws a [Problem].
    public interface Operation {
        JsonNode answer(Parameters asked) throws IOException;
    }

    /// A file to keep.
    ///
    /// @param name letters, digits, `.`, `_` and `-`
    /// @param text what is in it
    public record Download(String name, MediaType type, String text) {

        public Download(String name, String json) {
            this(name, MediaType.JSON, json);
        }
    }

    /// Answers with a file, or throws a [Problem].
    public interface Downloading {
        Download answer(Parameters asked) throws IOException;
    }

    /// Answers with whatever it likes, or throws a [Problem].
    public interface Responding {
        HttpResponse answer(Parameters asked) throws IOException;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        return HttpResponse.of(
                () -> answer(context),
                elsewhere == null ? context.blockingTaskExecutor() : context.makeContextAware(elsewhere));
    }

    private HttpResponse answer(ServiceRequestContext context) {
        try {
            return responding.answer(new Parameters(context));
        } catch (Problem problem) {
            return problem.response().toHttpResponse();
        } catch (IOException | RuntimeException e) {
            return Failures.of(context, e).response().toHttpResponse();
        }
    }

    public static HttpResponse json(HttpStatus status, JsonNode body) {
        return AggregatedHttpResponse.of(headers(status).build(), HttpData.wrap(JSON.writeValueAsBytes(body)))
                .toHttpResponse();
    }

    private static HttpResponse file(Download file) {
        ResponseHeaders headers = headers(HttpStatus.OK)
                .contentType(file.type())
                .set(HttpHeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
        return AggregatedHttpResponse.of(headers, HttpData.ofUtf8(file.text())).toHttpResponse();
    }

    private static ResponseHeadersBuilder headers(HttpStatus status) {
        return ResponseHeaders.builder(status)
                .contentType(MediaType.JSON)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }
}
