// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.Corrections;
import dev.apian.stage.endpoint.Correction.Reject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people say about paths is checked, kept, and can be taken back.
class CorrectionsTest {

    private static final String CORRECTIONS = "/api/v1/corrections";
    private static final String PIN =
            "{\"kind\":\"pin\",\"host\":\"API.shop.example\",\"method\":\"get\",\"template\":\"/v1/orders/{id}\"}";

    @TempDir
    Path data;

    private Running running = unset();

    @BeforeEach
    void start() throws IOException {
        running = Running.on(data);
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    @Test
    void whatWasSaidOutlivesTheServer() throws Exception {
        JsonNode kept = say(PIN);
        say("{\"kind\":\"rename\",\"template\":\"/v1/orders/{id}\",\"name\":\"orderId\"}");
        running.close();
        running = Running.on(data);

        JsonNode items = running.json(CORRECTIONS).path("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("kind").asString()).as("the latest first").isEqualTo("rename");
        assertThat(items.get(1)).isEqualTo(kept);
        assertThat(kept.path("method").asString()).isEqualTo("GET");
        assertThat(kept.path("host").asString()).isEqualTo("api.shop.example");
        assertThat(kept.path("name").isNull()).isTrue();
    }

    @Test
    void whatIsTakenBackIsGone() throws Exception {
        String id = say(PIN).path("id").asString();
        assertThat(running.delete(CORRECTIONS + "/" + id).statusCode()).isEqualTo(200);
        assertThat(running.json(CORRECTIONS).path("items")).isEmpty();
        assertThat(running.delete(CORRECTIONS + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasSaidAlreadyIsNotSaidTwice() throws Exception {
        assertThat(say(PIN)).isEqualTo(say(PIN));
        assertThat(running.json(CORRECTIONS).path("items")).hasSize(1);
    }

    @Test
    void whatWasOverriddenSinceCanBeSaidAgain() throws Exception {
        JsonNode first = say(PIN);
        say(PIN.replace("pin", "reject").replace("\"method\":\"get\",", ""));
        assertThat(say(PIN).path("id")).isNotEqualTo(first.path("id"));
        assertThat(running.json(CORRECTIONS).path("items")).hasSize(3);
    }

    @Test
    void whatTheCommandLineSaidIsThereAndTheEngineReadsIt() throws Exception {
        Corrections.open(data).add(new Reject("", "/v1/reports/{id}"), "cli", Instant.EPOCH);

        JsonNode answer = running.json(CORRECTIONS);
        assertThat(answer.at("/items/0/by").asString()).isEqualTo("cli");
        assertThat(answer.path("applied").asBoolean()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNotKept() throws Exception {
        for (String body : List.of(
                "no json",
                "[]",
                "{}",
                "{\"kind\":\"pin\"}",
                "{\"kind\":\"pin\",\"template\":\"orders\"}",
                "{\"kind\":\"pin\",\"template\":\"/a b\"}",
                "{\"kind\":\"pin\",\"template\":\"/orders/{i d}\"}",
                "{\"kind\":\"pin\",\"template\":\"/orders/{id\"}",
                "{\"kind\":\"pin\",\"template\":\"/orders\",\"name\":\"id\"}",
                "{\"kind\":\"pin\",\"template\":\"/orders\",\"host\":\"a/b\"}",
                "{\"kind\":\"pin\",\"template\":\"/orders\",\"more\":1}",
                "{\"kind\":\"reject\",\"template\":\"/orders\"}",
                "{\"kind\":\"reject\",\"template\":\"/orders/{id}\",\"method\":\"GET\"}",
                "{\"kind\":\"rename\",\"template\":\"/orders/{id}\"}",
                "{\"kind\":\"rename\",\"template\":\"/orders/{id}\",\"name\":\"1\"}",
                "{\"kind\":\"merge\",\"template\":\"/orders/{id}\"}",
                "{\"kind\":7,\"template\":\"/orders/{id}\"}")) {
            HttpResponse<String> answer = running.say("POST", CORRECTIONS, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).contains("bad-body");
        }
        assertThat(running.json(CORRECTIONS).path("items")).isEmpty();
    }

    @Test
    void aPageOfAnotherSiteCorrectsNothing() throws Exception {
        HttpResponse<String> answer = running.send(running.to(CORRECTIONS + "/1")
                .header("Origin", "http://evil.example")
                .DELETE()
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private JsonNode say(String body) throws Exception {
        HttpResponse<String> answer = running.say("POST", CORRECTIONS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
