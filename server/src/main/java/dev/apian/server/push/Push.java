// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.server.http.Answering;
import dev.apian.server.http.Problem;
import dev.apian.stage.call.CallReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/// `POST /v1/calls`: takes the good lines of a body in, all or none of them, and names the bad ones.
public final class Push implements HttpService {

    private final Intake intake;
    private final CallReader reader;
    private final PushLimits limits;
    private final Semaphore turns;

    public Push(Intake intake, CallReader reader, PushLimits limits) {
        this.intake = intake;
        this.reader = reader;
        this.limits = limits;
        this.turns = new Semaphore(limits.pushesMax());
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        long announced = request.headers().contentLength();
        if (announced > limits.bodyBytesMax()) {
            return Unpacking.tooLarge(announced, limits.bodyBytesMax(), "")
                    .response()
                    .toHttpResponse();
        }
        // So that it is this limit's name that a sender reads.
        context.setMaxRequestLength(limits.bodyBytesMax());
        if (!turns.tryAcquire()) {
            return Intake.busy(
                            "pushes_max",
                            limits.pushesMax() + 1L,
                            limits.pushesMax(),
                            "Too many pushes at the same time")
                    .response()
                    .toHttpResponse();
        }
        String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING, "");
        return HttpResponse.of(request.aggregate()
                .thenApplyAsync(whole -> take(whole, encoding), context.blockingTaskExecutor())
                .whenComplete((_, _) -> turns.release())
                .exceptionallyCompose(this::failed));
    }

    private CompletionStage<HttpResponse> failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ContentTooLargeException) {
            long found = limits.bodyBytesMax() + 1L;
            Problem problem = Unpacking.tooLarge(found, limits.bodyBytesMax(), " or more");
            return CompletableFuture.completedFuture(problem.response().toHttpResponse());
        }
        return CompletableFuture.failedFuture(failure);
    }

    private HttpResponse take(AggregatedHttpRequest whole, String encoding) {
        try {
            byte[] body = Unpacking.unpack(whole.content().array(), encoding, limits.bodyBytesMax());
            Lines lines = Lines.read(body, reader, limits.linesMax());
            intake.take(lines.calls);
            lines.countIn(intake.refused());
            if (lines.calls.isEmpty() && lines.rejected() > 0) {
                throw noneAccepted(lines);
            }
            return Answering.json(HttpStatus.OK, lines.receipt(lines.calls.size()));
        } catch (Problem problem) {
            return problem.response().toHttpResponse();
        }
    }

    private static Problem noneAccepted(Lines lines) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "no-line-accepted",
                        "No line was accepted",
                        "All %d lines were rejected; the first: %s. Send one JSON object or access log record a line."
                                .formatted(lines.rejected(), lines.firstError()))
                .with(lines.receipt(0));
    }
}
