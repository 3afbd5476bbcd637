// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.server.http.Answering;
import dev.apian.server.http.Problem;
import dev.apian.server.journal.PushKey;
import dev.apian.stage.call.CallReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// `POST /v1/calls`: takes the good lines of a body in, all or none of them, and names the bad ones.
///
/// A sender that had no answer sends the same body again under the same `Idempotency-Key`; it is kept once then.
public final class Push implements HttpService {

    /// Whether the same push was kept before.
    private static final String REPLAYED = "idempotency-replayed";

    private static final String KEY = "idempotency-key";
    private static final int KEY_CHARS_MAX = 255;

    /// Bodies that are unpacked and read at the same time: small ones may become large ones.
    private static final int READING_MAX = 4;

    private final Intake intake;
    private final CallReader reader;
    private final PushLimits limits;
    private final Semaphore arriving;
    private final Semaphore reading = new Semaphore(READING_MAX);

    /// A push waits for the disk most of its time, and must not take the threads of those who ask.
    private final Executor pushes = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("push-", 0).factory());

    public Push(Intake intake, CallReader reader, PushLimits limits) {
        this.intake = intake;
        this.reader = reader;
        this.limits = limits;
        this.arriving = new Semaphore(limits.arrivingBytesMax());
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
        int bytes = announced < 0 ? limits.bodyBytesMax() : (int) announced;
        if (!arriving.tryAcquire(bytes)) {
            return tooManyArriving(bytes).response().toHttpResponse();
        }
        return HttpResponse.of(request.aggregate()
                .thenApplyAsync(whole -> take(whole, request.headers()), pushes)
                .whenComplete((_, _) -> arriving.release(bytes))
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

    private HttpResponse take(AggregatedHttpRequest whole, RequestHeaders headers) {
        try {
            String key = headers.get(KEY, "");
            if (key.length() > KEY_CHARS_MAX) {
                throw Problem.badBody("Idempotency-Key has %d characters, allowed are %d; send a shorter one."
                        .formatted(key.length(), KEY_CHARS_MAX));
            }
            byte[] sent = whole.content().array();
            Lines lines = read(sent, headers.get(HttpHeaderNames.CONTENT_ENCODING, ""));
            boolean before = intake.take(Lines.SOURCE, lines.calls, key.isEmpty() ? null : PushKey.of(key, sent));
            if (!before) {
                lines.countIn(intake.refused());
            }
            if (lines.calls.isEmpty() && lines.rejected() > 0) {
                throw noneAccepted(lines);
            }
            HttpResponse answer = Answering.json(HttpStatus.OK, lines.receipt(lines.calls.size()));
            return before
                    ? answer.mapHeaders(
                            some -> some.toBuilder().add(REPLAYED, "true").build())
                    : answer;
        } catch (Problem problem) {
            return problem.response().toHttpResponse();
        }
    }

    private Lines read(byte[] sent, String encoding) {
        reading.acquireUninterruptibly();
        try {
            byte[] body = Unpacking.unpack(sent, encoding, limits.bodyBytesMax());
            return Lines.read(body, reader, limits.linesMax());
        } finally {
            reading.release();
        }
    }

    private Problem tooManyArriving(int bytes) {
        int found = limits.arrivingBytesMax() - arriving.availablePermits() + bytes;
        return Problem.later(
                HttpStatus.TOO_MANY_REQUESTS,
                "busy",
                "Too many pushes at the same time",
                "arriving_bytes_max",
                found,
                limits.arrivingBytesMax(),
                ("With this one, bodies of %d bytes would be in memory, arriving_bytes_max allows %d; nothing was"
                                + " accepted, send the same body again later.")
                        .formatted(found, limits.arrivingBytesMax()),
                Intake.RETRY_AFTER);
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
