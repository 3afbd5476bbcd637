// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.flink;

import dev.apian.cluster.machine.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Flink's REST interface: questions and wishes, as JSON.
public final class FlinkRest {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String root;

    public FlinkRest(int port) {
        root = "http://127.0.0.1:" + port;
    }

    public String address() {
        return root;
    }

    public boolean isReady() throws IOException {
        return get("/overview").has("taskmanagers");
    }

    /// What the JobManager calls the TaskManagers that it knows.
    public List<String> taskManagers() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode one : get("/taskmanagers").path("taskmanagers")) {
            names.add(one.path("id").asString());
        }
        return names;
    }

    public JsonNode get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    public JsonNode post(String path, Object body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        HttpRequest asked = request.timeout(ANSWER_MAX).build();
        HttpResponse<String> answer;
        try {
            answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        } catch (IOException e) {
            throw new IOException("Flink does not answer at " + root + "; see `apian cluster status`", e);
        }
        if (answer.statusCode() >= 400) {
            throw new IOException("Flink answers " + asked.method() + " "
                    + asked.uri().getPath() + " with " + answer.statusCode() + ": " + firstLine(answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("Flink's answer to " + asked.uri() + " is no JSON", e);
        }
    }

    /// Flink sends whole stack traces.
    private static String firstLine(String body) {
        try {
            String error = String.join(
                    " ",
                    JSON.readTree(body).path("errors").values().stream()
                            .map(JsonNode::asString)
                            .toList());
            return error.lines().findFirst().orElse(body);
        } catch (JacksonException e) {
            return body.lines().findFirst().orElse("nothing");
        }
    }
}
