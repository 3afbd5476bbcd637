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
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// An operation as a service: it runs where it may wait, and its answer is JSON.
public final class Answering implements HttpService {

    private final Operation operation;

    public Answering(Operation operation) {
        this.operation = operation;
    }

    /// Answers a request, or throws a [Problem].
    public interface Operation {
        JsonNode answer(Parameters asked) throws IOException;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        return HttpResponse.of(() -> answer(context), context.blockingTaskExecutor());
    }

    private HttpResponse answer(ServiceRequestContext context) {
        try {
            return json(HttpStatus.OK, operation.answer(new Parameters(context)));
        } catch (Problem problem) {
            return problem.response().toHttpResponse();
        } catch (IOException | RuntimeException e) {
            return Failures.of(context, e).response().toHttpResponse();
        }
    }

    public static HttpResponse json(HttpStatus status, JsonNode body) {
        ResponseHeaders headers = ResponseHeaders.builder(status)
                .contentType(MediaType.JSON)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .build();
        return AggregatedHttpResponse.of(headers, HttpData.ofUtf8(body.toString()))
                .toHttpResponse();
    }
}
