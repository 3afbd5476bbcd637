// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// What is asked of the API and what it answers, before it is known who sends it from where.
final class Exchange {

    final String method;
    final String template;
    final String path;
    private final Object[] ids;
    private String query = "";
    private String requestBody = "";
    private int status = 200;
    private String responseBody = "";
    private String setCookie = "";
    private long responseSize = -1;
    private int typicalMillis = 35;

    private Exchange(String method, String template, Object... ids) {
        this.method = method;
        this.template = template;
        this.ids = ids;
        this.path = fill(template, ids);
    }

    /// @param template a path in which names of entity types in braces stand for ids, as `/v1/orders/{order}`
    /// @param ids what stands in the path instead, one for each name
    static Exchange get(String template, Object... ids) {
        return new Exchange("GET", template, ids);
    }

    static Exchange post(String template, Object... ids) {
        return new Exchange("POST", template, ids);
    }

    static Exchange put(String template, Object... ids) {
        return new Exchange("PUT", template, ids);
    }

    static Exchange patch(String template, Object... ids) {
        return new Exchange("PATCH", template, ids);
    }

    static Exchange of(String method, String template, Object... ids) {
        return new Exchange(method, template, ids);
    }

    private static String fill(String template, Object... ids) {
        if (ids.length == 0) {
            return template;
        }
        StringBuilder out = new StringBuilder(template.length() + 16);
        int from = 0;
        for (Object id : ids) {
            int open = template.indexOf('{', from);
            out.append(template, from, open).append(id);
            from = template.indexOf('}', open) + 1;
        }
        return out.append(template, from, template.length()).toString();
    }

    /// The entities that the path names, as `order 1001`.
    List<String> entities() {
        List<String> named = new ArrayList<>(ids.length);
        int from = 0;
        for (Object id : ids) {
            int open = template.indexOf('{', from);
            from = template.indexOf('}', open) + 1;
            named.add(template.substring(open + 1, from - 1) + " " + id);
        }
        return named;
    }

    Exchange query(String text) {
        query = text;
        return this;
    }

    Exchange asking(String body) {
        requestBody = body;
        return this;
    }

    Exchange answering(int code, String body) {
        status = code;
        responseBody = body;
        return this;
    }

    /// The answer is the usual error document of this status.
    Exchange refusing(int code) {
        responseSize = -1;
        setCookie = "";
        return answering(
                code,
                Json.object().field("error", reason(code)).field("status", code).end());
    }

    /// The answer is not text (a PDF, a large file), so only its size is logged.
    Exchange sized(long bytes) {
        responseSize = bytes;
        responseBody = "";
        return this;
    }

    Exchange settingCookie(String cookie) {
        setCookie = cookie;
        return this;
    }

    Exchange taking(int millis) {
        typicalMillis = millis;
        return this;
    }

    String query() {
        return query;
    }

    String requestBody() {
        return requestBody;
    }

    int status() {
        return status;
    }

    String responseBody() {
        return responseBody;
    }

    String setCookie() {
        return setCookie;
    }

    long responseSize() {
        return responseSize < 0 ? responseBody.length() : responseSize;
    }

    int typicalMillis() {
        return typicalMillis;
    }

    private static String reason(int code) {
        return switch (code) {
            case 400 -> "bad_request";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 409 -> "conflict";
            case 422 -> "unprocessable";
            case 429 -> "too_many_requests";
            case 503 -> "service_unavailable";
            default -> "internal_error";
        };
    }
}
