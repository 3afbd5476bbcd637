// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.server.Receiver.Sent;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What administrators do with webhooks, over HTTP. What is told to them is in [NotifyIT].
class WebhooksIT {

    private static final String WEBHOOKS = "/api/v1/webhooks";

    private Receiver receiver = unset();
    private Running running = unset();

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        receiver = new Receiver();
        running = Running.on(data);
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
        receiver.close();
    }

    @Test
    void aTestSaysThatItIsOneAndTellsWhatTheReceiverAnswered() throws Exception {
        JsonNode made = webhook("false");
        receiver.status = 200;
        receiver.answer = "o".repeat(100_000);
        JsonNode well = ok(running.say("POST", path(made) + "/test", "{}"));
        assertThat(well.path("status").asString()).isEqualTo("delivered");
        assertThat(well.path("answer").asString()).hasSize(500);
        Sent message = receiver.at("/hook").getFirst();
        assertThat(message.json().path("event").asString()).isEqualTo("test");
        assertThat(message.json().path("message").asString()).contains("Test: local asked Apian");
        assertThat(ApiDocument.load().problems("WebhookMessage", message.body()))
                .isEmpty();

        receiver.status = 302;
        receiver.location = receiver.url("/elsewhere");
        JsonNode elsewhere = ok(running.say("POST", path(made) + "/test", ""));
        assertThat(elsewhere.path("status").asString()).isEqualTo("given_up");
        assertThat(elsewhere.path("answer").asString()).contains("redirects are not followed", "/elsewhere");
        assertThat(receiver.at("/elsewhere")).isEmpty();

        ok(running.patch(path(made), "{\"url\":\"http://127.0.0.1:1/nobody\"}"));
        JsonNode nobody = ok(running.say("POST", path(made) + "/test", "{}"));
        assertThat(nobody.path("answer_status").isNull()).isTrue();
        assertThat(nobody.path("answer").asString()).isEqualTo("nobody listens there");
        assertThat(running.json(path(made) + "/deliveries").path("items")).hasSize(3);
    }

    @Test
    void aSecretIsShownOnceAndARemovedWebhookIsGone() throws Exception {
        JsonNode made = webhook("true");
        String secret = made.path("secret").asString();
        assertThat(secret).startsWith("apian_webhook_").hasSizeGreaterThan(40);
        ok(running.patch(path(made), "{\"name\":\"another\"}"));
        assertThat(running.get(WEBHOOKS).body()).contains("another").doesNotContain(secret);
        assertThat(running.get("/api/v1/audit").body()).doesNotContain(secret);
        ok(running.delete(path(made)));
        assertThat(running.json(WEBHOOKS).path("items")).isEmpty();
        assertThat(running.get(path(made) + "/deliveries").statusCode()).isEqualTo(404);
        assertThat(running.delete(path(made)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        for (String url :
                List.of("", "here", "ftp://a/b", "http:///x", "https://a:99999/", "http://a/#b", "https://a b/")) {
            HttpResponse<String> answer = add("{\"name\":\"x\",\"url\":\"%s\"}".formatted(url));
            assertThat(answer.statusCode()).as(url + answer.body()).isEqualTo(400);
        }
        HttpResponse<String> password = add("{\"name\":\"x\",\"url\":\"https://anna:sesame@example.com/\"}");
        assertThat(password.statusCode()).isEqualTo(400);
        assertThat(password.body()).contains("without a user").doesNotContain("sesame");
        String right = "\"name\":\"x\",\"url\":\"%s\"".formatted(receiver.url("/hook"));
        for (String more : List.of(
                "\"format\":\"xml\"", "\"least_severity\":\"loud\"", "\"which\":\"some\"", "\"on\":1", "\"of\":true")) {
            assertThat(add("{%s,%s}".formatted(right, more)).statusCode())
                    .as(more)
                    .isEqualTo(400);
        }
        assertThat(add("{\"name\":\" \",\"url\":\"%s\"}".formatted(receiver.url("/hook")))
                        .statusCode())
                .isEqualTo(400);
        for (int i = 0; i < 20; i++) {
            assertThat(add("{%s}".formatted(right)).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> full = add("{%s}".formatted(right));
        assertThat(full.statusCode()).isEqualTo(413);
        assertThat(full.body()).contains("webhooks_max");
    }

    @Test
    void onlyAdministratorsSeeAndChangeWebhooks() throws Exception {
        JsonNode made = webhook("true");
        String viewer = token("viewer");
        String analyst = token("analyst");
        ok(running.say(
                "POST",
                "/api/v1/users",
                "{\"name\":\"anna\",\"role\":\"admin\",\"password\":\"four words far apart\"}"));
        for (String token : List.of(viewer, analyst)) {
            assertThat(as(token, "GET", "/api/v1/alerts")).isEqualTo(200);
            assertThat(as(token, "GET", WEBHOOKS)).isEqualTo(403);
            assertThat(as(token, "POST", WEBHOOKS)).isEqualTo(403);
            assertThat(as(token, "GET", path(made) + "/deliveries")).isEqualTo(403);
            assertThat(as(token, "POST", path(made) + "/test")).isEqualTo(403);
            assertThat(as(token, "PATCH", path(made))).isEqualTo(403);
            assertThat(as(token, "DELETE", path(made))).isEqualTo(403);
        }
        assertThat(receiver.at("/hook")).isEmpty();
    }

    private JsonNode webhook(String on) throws Exception {
        return ok(add("{\"name\":\"chat\",\"url\":\"%s\",\"on\":%s}".formatted(receiver.url("/hook"), on)));
    }

    private HttpResponse<String> add(String body) throws Exception {
        return running.say("POST", WEBHOOKS, body);
    }

    private static String path(JsonNode webhook) {
        return WEBHOOKS + "/" + webhook.path("id").asString();
    }

    private String token(String role) throws Exception {
        String body = "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(role, role);
        return ok(running.say("POST", "/api/v1/tokens", body)).path("token").asString();
    }

    private int as(String token, String method, String path) throws Exception {
        return running.send(running.to(path)
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofString(""))
                        .build())
                .statusCode();
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before every test
    private static <T> T unset() {
        return null;
    }
}
