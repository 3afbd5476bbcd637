// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import dev.apian.server.live.LiveSettings;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on a free port over a data directory, and a client that talks to it.
final class Running implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final ApianServer server;

    private Running(ApianServer server) {
        this.server = server;
    }

    static Running on(Path data) throws IOException {
        return on(data, InstantSource.system(), settings -> settings);
    }

    static Running on(Path data, InstantSource clock, UnaryOperator<ServerSettings> change) throws IOException {
        LiveSettings quick = LiveSettings.DEFAULT.withLateness(Duration.ZERO).withFlushEvery(Duration.ofMillis(50));
        ServerSettings settings = ServerSettings.of(data).withPort(0).withLive(quick);
        return new Running(ApianServer.start(change.apply(settings), BuiltIn.detectors(), clock));
    }

    static Running of(ApianServer server) {
        return new Running(server);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).GET().build());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> push(String lines) throws IOException, InterruptedException {
        return send(to("/v1/calls")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    HttpResponse<String> patch(String path, String body) throws IOException, InterruptedException {
        return say("PATCH", path, body);
    }

    /// Sends JSON.
    HttpResponse<String> say(String method, String path, String body) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(to(path).DELETE().build());
    }

    /// What an answer says that must be one.
    static JsonNode ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError("answered %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    /// Asks until an answer is as it should be.
    JsonNode eventually(String path, Expectation expected) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode last = json(path);
        while (!expected.isMet(last)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(path + " still answers " + last);
            }
            Thread.sleep(100);
            last = json(path);
        }
        return last;
    }

    interface Expectation {
        boolean isMet(JsonNode answer);
    }

    /// One native record.
    static String record(Instant at, String id, String path, int status) {
        return """
                {"timestamp":"%s","event.id":"%s","http.request.method":"GET","url.path":"%s",\
                "http.response.status_code":%d,"server.address":"api.shop.example","client.address":"203.0.113.7",\
                "user_agent.original":"curl/8.9.1","user.id":"maria"}
                """.formatted(at, id, path, status);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
