// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Status;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.ContentTooLargeException;
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
import dev.apian.server.http.Problem;
import dev.apian.server.push.Unpacking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// OTLP/HTTP for one signal ("OpenTelemetry Protocol Specification" 1.9): protobuf or JSON, answered in kind, errors
/// as a `google.rpc.Status`.
final class OtlpHttp<Q extends Message, R extends Message> implements HttpService {

    private static final MediaType PROTOBUF = MediaType.create("application", "x-protobuf");

    private final Export<Q, R> export;
    private final int bytesMax;

    /// @param bytesMax of a body, before and after decompression
    OtlpHttp(Export<Q, R> export, int bytesMax) {
        this.export = export;
        this.bytesMax = bytesMax;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        context.setMaxRequestLength(bytesMax);
        boolean json = isJson(request.contentType());
        return HttpResponse.of(request.aggregate()
                .thenApplyAsync(whole -> take(whole, json), context.blockingTaskExecutor())
                .exceptionallyCompose(failure -> failed(failure, json)));
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && type.subtype().equals("json");
    }

    private HttpResponse take(AggregatedHttpRequest whole, boolean json) {
        try {
            MediaType type = whole.contentType();
            if (!json && (type == null || !type.belongsTo(PROTOBUF))) {
                throw Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "content-type",
                        "The content type is not known",
                        "Content-Type is '%s', expected application/x-protobuf or application/json.".formatted(type));
            }
            byte[] body = Unpacking.unpack(
                    whole.content().array(), whole.headers().get(HttpHeaderNames.CONTENT_ENCODING, ""), bytesMax);
            Q request = json ? readJson(body) : readBinary(body);
            R answer = export.take(request, json ? Ids.HEX_READ_AS_BASE64 : Ids.BINARY);
            return respond(ResponseHeaders.builder(HttpStatus.OK), answer, json);
        } catch (Problem problem) {
            return respond(problem, json);
        }
    }

    private Q readBinary(byte[] body) {
        try {
            return export.signal().parser().parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw malformed(body, "protobuf");
        }
    }

    @SuppressWarnings("unchecked") // a builder builds its own message
    private Q readJson(byte[] body) {
        try {
            Message.Builder builder = export.signal().builder();
            JsonFormat.parser().ignoringUnknownFields().merge(new String(body, UTF_8), builder);
            return (Q) builder.build();
        } catch (InvalidProtocolBufferException e) {
            throw malformed(body, "JSON");
        }
    }

    /// What the parser says is kept back: it may quote what it failed on.
    private Problem malformed(byte[] body, String form) {
        String what = "%d bytes that are no %s in %s"
                .formatted(
                        body.length,
                        export.signal().builder().getDescriptorForType().getName(),
                        form);
        export.refuse(what);
        return Problem.badBody("The body has " + what + "; see https://opentelemetry.io/docs/specs/otlp/.");
    }

    private CompletionStage<HttpResponse> failed(Throwable failure, boolean json) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ContentTooLargeException
                ? CompletableFuture.completedFuture(
                        respond(Unpacking.tooLarge(bytesMax + 1L, bytesMax, " or more"), json))
                : CompletableFuture.failedFuture(failure);
    }

    private static HttpResponse respond(Problem problem, boolean json) {
        Status status = Status.newBuilder()
                .setCode(Grpc.code(problem).value())
                .setMessage(String.valueOf(problem.getMessage()))
                .build();
        ResponseHeadersBuilder headers = ResponseHeaders.builder(problem.status());
        if (!problem.retryAfter().isZero()) {
            headers.setLong(HttpHeaderNames.RETRY_AFTER, problem.retryAfter().toSeconds());
        }
        return respond(headers, status, json);
    }

    private static HttpResponse respond(ResponseHeadersBuilder headers, Message answer, boolean json) {
        HttpData content = json ? HttpData.ofUtf8(print(answer)) : HttpData.wrap(answer.toByteArray());
        return HttpResponse.of(
                headers.contentType(json ? MediaType.JSON : PROTOBUF).build(), content);
    }

    private static String print(MessageOrBuilder message) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an answer holds no message of unknown type", e);
        }
    }
}
