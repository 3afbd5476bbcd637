// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever went wrong into a [Problem]. A bug is logged with a number that the answer names; its text stays
/// here, since it may quote what it failed on.
public final class Failures implements ServerErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
        return of(context, cause).response().toHttpResponse();
    }

    @Override
    public AggregatedHttpResponse renderStatus(
            @Nullable ServiceRequestContext context,
            ServiceConfig config,
            @Nullable RequestHeaders headers,
            HttpStatus status,
            @Nullable String description,
            @Nullable Throwable cause) {
        return of(status, config.maxRequestLength()).response();
    }

    public static Problem of(ServiceRequestContext context, Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case CompletionException wrapped when wrapped.getCause() != null -> of(context, wrapped.getCause());
            case ContentTooLargeException large -> tooLarge(large);
            case HttpStatusException status -> of(status.httpStatus(), context.maxRequestLength());
            case RequestTimeoutException _ ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "timeout",
                        "The answer took too long",
                        "No answer within %d ms; ask for less, for example for a shorter range of time."
                                .formatted(context.requestTimeoutMillis()));
            case StatusRuntimeException gone
            when gone.getStatus().getCode() == Status.Code.CANCELLED ->
                Problem.of(
                        HttpStatus.CLIENT_CLOSED_REQUEST, "gone", "The client went away", "Nobody reads this answer.");
            case ShuttingDownException _ ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "stopping",
                        "The server is shutting down",
                        "Nothing was done; try again once it runs.");
            default -> bug(context, cause);
        };
    }

    private static Problem bug(ServiceRequestContext context, Throwable cause) {
        String number = context.id().shortText();
        LOG.error(
                "{} {} failed, error {}",
                context.method(),
                context.config().route().patternString(),
                number,
                cause);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "bug",
                "Apian failed",
                "This is a bug or a full disk; the server's log tells more under the error number " + number + ".");
    }

    private static Problem tooLarge(ContentTooLargeException cause) {
        long found = Math.max(cause.contentLength(), Math.max(cause.transferred(), cause.maxContentLength() + 1));
        return Problem.limit(
                "The body is too large",
                "body_bytes_max",
                found,
                cause.maxContentLength(),
                "The body has %d bytes or more, body_bytes_max allows %d; send less at a time."
                        .formatted(found, cause.maxContentLength()));
    }

    /// @param bytesMax of the body
    private static Problem of(HttpStatus status, long bytesMax) {
        return switch (status.code()) {
            case 404 -> Problem.notFound("No such page", "There is nothing at this path; see /openapi.yaml.");
            case 405 ->
                Problem.of(status, "method", "No such operation", "See /openapi.yaml for what can be done here.");
            case 413 ->
                Problem.of(
                        status,
                        "limit",
                        "The request is too large",
                        "The body may have %d bytes here; send less at a time.".formatted(bytesMax));
            default -> {
                String title = status.reasonPhrase();
                yield Problem.of(
                        status, "status-" + status.code(), title, "The request could not be handled: " + title);
            }
        };
    }
}
