// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Status;
import java.util.concurrent.Semaphore;

/// Bounds how many messages are under way at the same time, since each is in memory as a whole. One more is told to
/// come again, before its body is read.
final class InFlight implements DecoratingHttpServiceFunction {

    /// More than the threads that read them, so that these have always something to do.
    static final int MESSAGES_MAX = 32;

    private static final int RETRY_AFTER_SECONDS = 1;

    private final Semaphore room;

    InFlight(int messagesMax) {
        this.room = new Semaphore(messagesMax);
    }

    @Override
    public HttpResponse serve(HttpService inner, ServiceRequestContext context, HttpRequest request) throws Exception {
        if (!room.tryAcquire()) {
            return busy(request);
        }
        var _ = context.log().whenComplete().thenRun(room::release);
        return inner.serve(context, request);
    }

    private static HttpResponse busy(HttpRequest request) {
        MediaType type = request.contentType();
        if (type != null && type.subtype().startsWith("grpc")) {
            return HttpResponse.of(ResponseHeaders.builder(HttpStatus.OK)
                    .contentType(type)
                    .setInt("grpc-status", Status.Code.UNAVAILABLE.value())
                    .set("grpc-message", "Too many messages at the same time; send this one again later.")
                    .endOfStream(true)
                    .build());
        }
        return HttpResponse.of(ResponseHeaders.builder(HttpStatus.SERVICE_UNAVAILABLE)
                .setInt(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build());
    }
}
