// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import java.time.Duration;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Why a request was not answered, as RFC 9457 tells it. Thrown where the reason is known, sent as it is.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final MediaType TYPE = MediaType.create("application", "problem+json");
    private static final int MESSAGE_CHARS_MAX = 2_000;

    private final HttpStatus status;
    private final transient ObjectNode body;
    private final long retryAfterSeconds;

    private Problem(HttpStatus status, ObjectNode body, long retryAfterSeconds) {
        super(body.path("detail").asString(""), null, false, false);
        this.status = status;
        this.body = body;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /// @param kind   the last part of the type's address, for programs
    /// @param detail what was found, what was expected, the next step
    public static Problem of(HttpStatus status, String kind, String title, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "https://apian.dev/problems/" + kind);
        body.put("title", title);
        body.put("status", status.code());
        boolean cut = detail.length() > MESSAGE_CHARS_MAX;
        body.put("detail", cut ? detail.substring(0, MESSAGE_CHARS_MAX) + "…" : detail);
        return new Problem(status, body, 0);
    }

    public static Problem notFound(String title, String detail) {
        return of(HttpStatus.NOT_FOUND, "not-found", title, detail);
    }

    public static Problem badParameter(String detail) {
        return of(HttpStatus.BAD_REQUEST, "bad-parameter", "A parameter is wrong", detail);
    }

    public static Problem badBody(String detail) {
        return of(HttpStatus.BAD_REQUEST, "bad-body", "The body is wrong", detail);
    }

    public static Problem forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "forbidden", "The request is not allowed", detail);
    }

    /// A named limit was passed.
    public static Problem limit(String title, String limit, long found, long allowed, String detail) {
        return of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "limit", title, detail).withLimit(limit, found, allowed);
    }

    /// The server has no room for more just now.
    public static Problem busy(String limit, long found, long allowed, String detail, Duration retryAfter) {
        return later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "The server is behind",
                limit,
                found,
                allowed,
                detail,
                retryAfter);
    }

    /// There is no room for what was sent, but there will be: the same may be sent again.
    ///
    /// @param kind the last part of the type's address, for programs
    public static Problem later(
            HttpStatus status,
            String kind,
            String title,
            String limit,
            long found,
            long allowed,
            String detail,
            Duration retryAfter) {
        return again(status, kind, title, detail, retryAfter).withLimit(limit, found, allowed);
    }

    /// Nothing is wrong with what was sent: the same may be sent again.
    public static Problem again(HttpStatus status, String kind, String title, String detail, Duration retryAfter) {
        Problem problem = of(status, kind, title, detail);
        return new Problem(problem.status, problem.body, retryAfter.toSeconds());
    }

    /// Adds members to the body.
    public Problem with(ObjectNode members) {
        ObjectNode extended = body.deepCopy();
        extended.setAll(members);
        return new Problem(status, extended, retryAfterSeconds);
    }

    private Problem withLimit(String limit, long found, long allowed) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("limit", limit).put("found", found).put("allowed", allowed);
        return with(members);
    }

    public HttpStatus status() {
        return status;
    }

    /// When to try again; zero if that would not help.
    public Duration retryAfter() {
        return Duration.ofSeconds(retryAfterSeconds);
    }

    public AggregatedHttpResponse response() {
        ResponseHeadersBuilder headers =
                ResponseHeaders.builder(status).contentType(TYPE).set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        if (retryAfterSeconds > 0) {
            headers.setLong(HttpHeaderNames.RETRY_AFTER, retryAfterSeconds);
        }
        return AggregatedHttpResponse.of(headers.build(), HttpData.ofUtf8(body.toString()));
    }
}
