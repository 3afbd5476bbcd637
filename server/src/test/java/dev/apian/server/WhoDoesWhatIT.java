// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import dev.apian.stage.identity.Whose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two weeks and a day of a small shop: alice makes an order and reads it, and in the second week eve begins to read
/// orders of others.
@TestInstance(Lifecycle.PER_CLASS)
class WhoDoesWhatIT {

    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final long DAY = 86_400;
    private static final String READ = "GET /v1/orders/{orderId}";

    private Running running = unset();

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        try (CallLake lake = CallLake.open(data)) {
            lake.append(call(0, "alice", "POST", "/v1/orders", 201, order("1", "created", "own")));
            for (int i = 1; i <= 3; i++) {
                lake.append(call(60L * i, "alice", "GET", "/v1/orders/{orderId}", 200, order("1", "used", "own")));
                lake.append(call(60L * i, "alice", "GET", "/v1/orders", 200));
            }
            for (int i = 0; i < 12; i++) {
                String id = String.valueOf(i);
                lake.append(call(
                        7 * DAY + i, "eve", "GET", "/v1/orders/{orderId}", 200, order(id, "unexplained", "other")));
            }
            lake.append(call(5, null, "POST", "/v1/invoices", 201, new CallRow.Entity("invoice", "7")));
            lake.append(call(6, null, "POST", "/v1/invoices/{invoiceId}/pay", 201, new CallRow.Entity("invoice", "7")));
            lake.append(call(14 * DAY, "alice", "DELETE", "/v1/orders/{orderId}", 204, order("1", "used", "own")));
            lake.flush();
            lake.checkpointed();
        }
        running = Running.on(data);
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Test
    void anEntityTellsItsHistoryAndHowEachActorKnewItFirst() throws Exception {
        JsonNode order = running.json("/api/v1/entities/order/1");
        assertThat(texts(order.path("history"), "how"))
                .containsExactly("created", "used", "used", "used", "unexplained", "used");
        assertThat(order.at("/history/4/actor/id").asString()).isEqualTo("eve");
        assertThat(order.at("/history/5/endpoint").asString()).isEqualTo("DELETE /v1/orders/{orderId}");
        assertThat(texts(order.path("touched_by"), "how")).containsExactly("created", "unexplained");
        assertThat(order.at("/touched_by/0/calls").asInt()).isEqualTo(5);
        assertThat(order.at("/touched_by/1/whose").asString()).isEqualTo("other");
        assertThat(order.at("/owner/id").asString()).isEqualTo("alice");
        assertThat(order.path("shared").asBoolean()).isTrue();
        assertThat(order.path("unexplained").asInt()).isEqualTo(1);
    }

    @Test
    void aTypeTellsItsLifeCycle() throws Exception {
        JsonNode type = running.json("/api/v1/entity-types").at("/items/0");
        assertThat(type.path("entities").asInt()).isEqualTo(12);
        assertThat(type.path("actors").asInt()).isEqualTo(2);
        assertThat(type.path("explained_share").asDouble()).isEqualTo(5 / 17.0);
        assertThat(type.path("exclusive_share").asDouble()).isEqualTo(11 / 12.0);
        assertThat(type.path("audience").asString()).isEqualTo("exclusive");
        JsonNode phases = type.path("life_cycle");
        assertThat(texts(phases.path("creates"), "endpoint")).containsExactly("POST /v1/orders");
        assertThat(texts(phases.path("lists"), "endpoint")).containsExactly("GET /v1/orders");
        assertThat(phases.at("/lists/0/calls").asInt()).isEqualTo(3);
        assertThat(texts(phases.path("reads"), "endpoint")).containsExactly(READ);
        assertThat(texts(phases.path("deletes"), "endpoint")).containsExactly("DELETE /v1/orders/{orderId}");
        assertThat(phases.path("changes")).isEmpty();
    }

    @Test
    void withoutJudgementACreationIsGuessedFromTheAnswerAndThePath() throws Exception {
        JsonNode invoice = running.json("/api/v1/entity-types").at("/items/1");
        assertThat(invoice.path("explained_share").isNull()).isTrue();
        assertThat(invoice.path("blind").asBoolean()).isTrue();
        assertThat(texts(invoice.at("/life_cycle/creates"), "endpoint")).containsExactly("POST /v1/invoices");
        assertThat(texts(invoice.at("/life_cycle/changes"), "endpoint"))
                .containsExactly("POST /v1/invoices/{invoiceId}/pay");
    }

    @Test
    void aProcessIsAMapWhoseNodesAreCounted() throws Exception {
        JsonNode process = running.json("/api/v1/entity-types/order/process");
        assertThat(process.path("entities").asInt()).isEqualTo(12);
        JsonNode read = process.at("/nodes/1");
        assertThat(read.path("endpoint").asString()).isEqualTo(READ);
        assertThat(read.path("times").asInt()).isEqualTo(15);
        assertThat(read.path("begins").asInt()).isEqualTo(11);
        assertThat(read.path("ends").asInt()).isEqualTo(11);
        String id = read.path("endpoint_id").asString();
        assertThat(running.json("/api/v1/endpoints/" + id).path("endpoint").asString())
                .isEqualTo(READ);
        assertThat(running.get("/api/v1/entity-types/none/process").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theMatrixIsFilteredByWeekAndByWhose() throws Exception {
        JsonNode all = running.json("/api/v1/matrix");
        assertThat(all.path("items")).hasSize(4);
        assertThat(all.path("weeks").toString()).isEqualTo("[\"2026-11-16\",\"2026-11-09\",\"2026-11-02\"]");
        JsonNode foreign = running.json("/api/v1/matrix?whose=other&week=2026-11-12");
        assertThat(foreign.path("items")).hasSize(1);
        assertThat(foreign.at("/items/0/entities").asInt()).isEqualTo(12);
        assertThat(running.json("/api/v1/matrix?whose=other&week=2026-11-02").path("items"))
                .isEmpty();
        assertThat(running.get("/api/v1/matrix?week=soon").body()).contains("soon", "2026-11-23");
    }

    @Test
    void whoseMayBeAnyWordThatCallsAreJudgedWith() throws Exception {
        List<String> words = Arrays.stream(Whose.values()).map(Whose::label).toList();
        for (String word : words) {
            assertThat(running.get("/api/v1/matrix?whose=" + word).statusCode())
                    .as(word)
                    .isEqualTo(200);
        }
        assertThat(running.get("/api/v1/matrix?whose=mine").statusCode()).isEqualTo(400);
        assertThat(running.get("/openapi.yaml").body()).contains("enum: [" + String.join(", ", words) + "]");
    }

    @Test
    void theDiffOfTheLastWholeWeeksTellsWhoBeganWhat() throws Exception {
        JsonNode diff = running.json("/api/v1/matrix/diff");
        assertThat(diff.path("from").asString()).isEqualTo("2026-11-02");
        assertThat(diff.path("to").asString()).isEqualTo("2026-11-09");
        assertThat(texts(diff.path("items"), "change")).containsExactly("new", "gone", "gone");
        assertThat(diff.at("/items/0/actor/id").asString()).isEqualTo("eve");
        assertThat(diff.at("/items/0/actor_is_new").asBoolean()).isTrue();
        assertThat(running.json("/api/v1/matrix/diff?change=gone&actor=eve").path("items"))
                .isEmpty();
        assertThat(running.get("/api/v1/matrix/diff?from=2026-11-09&to=2026-11-10")
                        .body())
                .contains("earlier week first");
    }

    @Test
    void theWorstExplainedEndpointComesFirst() throws Exception {
        JsonNode items = running.json("/api/v1/explained").path("items");
        assertThat(items.at("/0/endpoint").asString()).isEqualTo(READ);
        assertThat(items.at("/0/explained_share").asDouble()).isEqualTo(3 / 15.0);
        assertThat(items.at("/0/blind").asBoolean()).isTrue();
    }

    private static List<String> texts(JsonNode items, String member) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(member).asString()));
        return texts;
    }

    private static CallRow.Entity order(String id, String how, String whose) {
        return new CallRow.Entity("order", id, how, whose);
    }

    private static CallRow call(
            long seconds,
            @Nullable String actor,
            String method,
            String template,
            int status,
            CallRow.Entity... entities) {
        Instant at = MONDAY.plusSeconds(seconds);
        return new CallRow(
                at.toEpochMilli() * 1_000,
                "%s-%s-%s".formatted(actor, at, template),
                "api.shop.example",
                method,
                template,
                method + " " + template,
                "e",
                status,
                actor,
                "user",
                null,
                null,
                null,
                CallRow.ASN_UNKNOWN,
                null,
                null,
                List.of(entities),
                CallRow.BYTES_UNKNOWN,
                CallRow.BYTES_UNKNOWN,
                CallRow.DURATION_UNKNOWN,
                false);
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
