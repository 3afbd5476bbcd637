// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// What is asked of the API and what it answers, before it is known who sends it from where.
final class Exchange {

    final String method;
    final String path;
    private String query = "";
    private String requestBody = "";
    private int status = 200;
    private String responseBody = "";
    private String setCookie = "";
    private long responseSize = -1;
    private int typicalMillis = 35;

    private Exchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Exchange get(String path) {
        return new Exchange("GET", path);
    }

    static Exchange post(String path) {
        return new Exchange("POST", path);
    }

    static Exchange put(String path) {
        return new Exchange("PUT", path);
    }

    static Exchange patch(String path) {
        return new Exchange("PATCH", path);
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
