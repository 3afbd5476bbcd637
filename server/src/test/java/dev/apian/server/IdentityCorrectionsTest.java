// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.Corrections;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.identity.Ruling;
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

/// What people say about who is who is checked, kept, and can be taken back.
class IdentityCorrectionsTest {

    private static final String CORRECTIONS = "/api/v1/actors/corrections";
    private static final String LINK =
            "{\"kind\":\"link\",\"type\":\"api_key\",\"value\":\"key:1\",\"actor\":\"a-0000000000001\"}";
    private static final String JOIN = "{\"kind\":\"join\",\"from\":\"a-0000000000002\",\"into\":\"a-0000000000001\"}";

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
        JsonNode kept = say(LINK);
        say(JOIN);
        running.close();
        running = Running.on(data);

        JsonNode answer = running.json(CORRECTIONS);
        assertThat(answer.path("items")).hasSize(2);
        assertThat(answer.at("/items/0/kind").asString()).as("the latest first").isEqualTo("join");
        assertThat(answer.at("/items/0/into").asString()).isEqualTo("a-0000000000001");
        assertThat(answer.at("/items/0/value").isNull()).isTrue();
        assertThat(answer.at("/items/1")).isEqualTo(kept);
        assertThat(answer.path("applied").asBoolean()).isTrue();
    }

    @Test
    void whatIsTakenBackIsGoneAndPathsHaveTheirOwn() throws Exception {
        Corrections said = Corrections.open(data);
        long path = said.add(new Reject("", "/v1/reports/{id}"), "cli", Instant.EPOCH)
                .id();
        String id = say(LINK).path("id").asString();

        assertThat(running.delete(CORRECTIONS + "/" + path).statusCode()).isEqualTo(404);
        assertThat(running.delete(CORRECTIONS + "/" + id).statusCode()).isEqualTo(200);
        assertThat(running.delete(CORRECTIONS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(said.rulings()).isEmpty();
        assertThat(said.entries()).hasSize(1);
    }

    @Test
    void whatTheCommandLineSaidIsThereAndNotSaidTwice() throws Exception {
        Corrections.open(data).rule(new Ruling.Join("a-0000000000002", "a-0000000000001"), "cli", Instant.EPOCH);

        assertThat(say(JOIN).path("by").asString()).isEqualTo("cli");
        assertThat(running.json(CORRECTIONS).path("items")).hasSize(1);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNotKept() throws Exception {
        for (String body : List.of(
                "no json",
                "{}",
                "{\"kind\":\"link\"}",
                LINK.replace("api_key", "apikey"),
                LINK.replace("key:1", ""),
                LINK.replace("a-0000000000001", "maria"),
                LINK.replace("}", ",\"name\":\"x\"}"),
                JOIN.replace("a-0000000000002", "a-0000000000001"),
                "{\"kind\":\"name\",\"actor\":\"a-0000000000001\"}",
                "{\"kind\":\"pin\",\"actor\":\"a-0000000000001\"}",
                "{\"kind\":\"join\",\"from\":7,\"into\":\"a-0000000000001\"}")) {
            HttpResponse<String> answer = running.say("POST", CORRECTIONS, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).contains("bad-body");
        }
        assertThat(running.json(CORRECTIONS).path("items")).isEmpty();
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
