// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Documents are brought, held against traffic, and forgotten.
@TestInstance(Lifecycle.PER_CLASS)
class DriftIT {

    private static final String DOCUMENTS = "/api/v1/documents";
    private static final String SHOP = """
            openapi: 3.0.3
            info: {title: Shop, version: 1.2.0}
            paths:
              /orders/{id}: {get: {deprecated: true, responses: {'200': {description: it}}}}
              /never: {get: {responses: {'200': {description: it}}}}
            """;
    private static final int CALLS = 200;

    private Running running = unset();

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        running = Running.on(data);
        Instant begin = Instant.now().minus(Duration.ofHours(6));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < CALLS; i++) {
            Instant at = begin.plus(Duration.ofMinutes(i));
            lines.append(Running.record(at, "o" + i, "/orders/" + (1000 + i), i % 50 == 0 ? 410 : 200));
            lines.append(Running.record(at.plusSeconds(1), "h" + i, "/hidden", 200));
        }
        assertThat(running.push(lines.toString()).statusCode()).isEqualTo(200);
        running.eventually("/api/v1/openapi", learned -> learned.path("paths").size() == 2);
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @AfterEach
    void forgetDocuments() throws Exception {
        for (JsonNode document : running.json(DOCUMENTS).path("items")) {
            running.delete(DOCUMENTS + "/" + document.path("name").asString());
        }
    }

    @Test
    void withoutDocumentsNothingDiffers() throws Exception {
        JsonNode answer = running.json("/api/v1/drift");
        assertThat(answer.path("items")).isEmpty();
        assertThat(answer.path("documents").asInt()).isZero();
        assertThat(answer.path("kinds"))
                .hasSize(8)
                .allMatch(kind -> kind.path("drifts").asInt() == 0);
    }

    @Test
    void eachDriftLeadsToItsEndpointAndIsCountedByKind() throws Exception {
        JsonNode kept = bring("shop.yaml", SHOP);
        assertThat(kept.path("name").asString()).isEqualTo("shop");
        assertThat(kept.path("operations").asInt()).isEqualTo(2);

        JsonNode answer = running.json("/api/v1/drift");
        assertThat(kinds(answer)).containsExactly("shadow", "zombie", "status", "unused");
        for (JsonNode drift : answer.path("items")) {
            JsonNode id = drift.path("endpoint_id");
            boolean unused = drift.path("kind").asString().equals("unused");
            assertThat(id.isNull()).as(drift.toString()).isEqualTo(unused);
            if (!unused) {
                JsonNode endpoint = running.json("/api/v1/endpoints/" + id.asString());
                assertThat(endpoint.path("endpoint")).isEqualTo(drift.path("endpoint"));
            }
        }
        JsonNode zombies = running.json("/api/v1/drift?kind=zombie&kind=key&limit=1");
        assertThat(kinds(zombies)).containsExactly("zombie");
        assertThat(zombies.path("total").asInt()).isEqualTo(1);
        assertThat(zombies.path("kinds")).isEqualTo(answer.path("kinds"));
    }

    @Test
    void pagesTogetherHoldEveryDrift() throws Exception {
        bring("shop.yaml", SHOP);
        JsonNode first = running.json("/api/v1/drift?limit=3");
        JsonNode second = running.json(
                "/api/v1/drift?limit=3&cursor=" + first.path("next_cursor").asString());
        List<String> all = kinds(first);
        all.addAll(kinds(second));
        assertThat(all).isEqualTo(kinds(running.json("/api/v1/drift")));
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void whatWasExportedDoesNotDriftFromItself() throws Exception {
        HttpResponse<String> file = running.get("/api/v1/openapi?host=API.shop.example");
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"seen-api.shop.example.json\"");

        JsonNode kept = bring("seen.json", file.body());
        assertThat(kept.path("hosts").values()).extracting(JsonNode::asString).containsExactly("api.shop.example");
        assertThat(running.json("/api/v1/drift").path("items")).isEmpty();
    }

    @Test
    void aHostThatNobodyCalledHasNoDocument() throws Exception {
        assertThat(running.get("/api/v1/openapi?host=nowhere.example").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theLatestDocumentIsFirstAndOneOfTheSameNameIsReplaced() throws Exception {
        bring("shop.yaml", SHOP);
        bring("../other one.json", SHOP);
        bring("shop", SHOP.replace("/never", "/nowhere"));
        assertThat(running.json(DOCUMENTS).path("items").values())
                .extracting(document -> document.path("name").asString())
                .containsExactly("shop", "other-one");
    }

    @Test
    void whatIsForgottenIsGone() throws Exception {
        bring("shop", SHOP);
        assertThat(running.delete(DOCUMENTS + "/shop").statusCode()).isEqualTo(200);
        assertThat(running.delete(DOCUMENTS + "/shop").statusCode()).isEqualTo(404);
        assertThat(running.delete(DOCUMENTS + "/.hidden").statusCode()).isEqualTo(404);
        assertThat(running.json(DOCUMENTS).path("items")).isEmpty();
    }

    @Test
    void whatIsNoDocumentIsRefusedWithAllThatIsWrong() throws Exception {
        HttpResponse<String> answer = say("odd.yaml", "hello: 1");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("odd: has no field openapi", "has no operations");
        for (String body :
                List.of("no json", "[]", "{\"name\":\"a\"}", "{\"text\":\"a\"}", "{\"name\":1,\"text\":\"\"}")) {
            assertThat(running.say("POST", DOCUMENTS, body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(running.json(DOCUMENTS).path("items")).isEmpty();
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer = say("large", SHOP + "#".repeat(17 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The body may have 16777216 bytes");
    }

    @Test
    void aPageOfAnotherSiteBringsAndForgetsNothing() throws Exception {
        HttpResponse<String> answer = running.send(running.to(DOCUMENTS + "/shop")
                .header("Origin", "http://evil.example")
                .DELETE()
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private JsonNode bring(String name, String text) throws Exception {
        HttpResponse<String> answer = say(name, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    private HttpResponse<String> say(String name, String text) throws Exception {
        String body = Running.JSON
                .createObjectNode()
                .put("name", name)
                .put("text", text)
                .toString();
        return running.say("POST", DOCUMENTS, body);
    }

    private static List<String> kinds(JsonNode answer) {
        List<String> kinds = new ArrayList<>();
        answer.path("items").forEach(drift -> kinds.add(drift.path("kind").asString()));
        return kinds;
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
