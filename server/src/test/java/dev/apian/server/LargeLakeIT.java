// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import dev.apian.lake.Snapshot;
import dev.apian.lake.Summaries;
import dev.apian.lake.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A lake that is large enough for summaries answers from them, and says of when they are.
@TestInstance(Lifecycle.PER_CLASS)
class LargeLakeIT {

    private static final Instant START = Instant.parse("2026-10-26T00:00:00Z");
    private static final int DAYS = 15;
    private static final int CALLS = (int) Summaries.CALLS_MIN + 20_000;
    private static final int ACTORS = 400;

    private Running server = unset();

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        try (CallLake lake = CallLake.open(data)) {
            for (int i = 0; i < CALLS; i++) {
                lake.append(call(i));
            }
            lake.flush();
            lake.checkpointed();
            for (int day = 0; day < DAYS; day++) {
                lake.compact(LocalDate.parse("2026-10-26").plusDays(day));
            }
        }
        List<Map<String, Object>> actors = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            actors.add(Map.of("actor", "a" + i, "name", "Name " + i, "kind", "user", "version", 1L));
        }
        Snapshot.open(data).replace(Table.ACTORS, actors);
        server = Running.on(data);
        server.eventually("/api/v1/overview", overview -> overview.path("as_of").isString());
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theOverviewCountsEverything() throws Exception {
        JsonNode overview = server.json("/api/v1/overview");
        assertThat(overview.path("calls").asInt()).isEqualTo(CALLS);
        assertThat(overview.path("actors").asInt()).isEqualTo(ACTORS);
        assertThat(overview.path("endpoints").asInt()).isEqualTo(2);
        assertThat(overview.path("entities").asInt()).isEqualTo(ACTORS + 1);
    }

    @Test
    void actorsAreSortedSearchedAndCounted() throws Exception {
        JsonNode byName = server.json("/api/v1/actors?sort=name&limit=2");
        assertThat(byName.at("/items/1/name").asString()).isEqualTo("Name 1");
        assertThat(byName.path("total").asInt()).isEqualTo(ACTORS);
        JsonNode next = server.json("/api/v1/actors?sort=name&limit=2&cursor="
                + byName.path("next_cursor").asString());
        assertThat(next.at("/items/0/name").asString()).isEqualTo("Name 10");
        assertThat(next.path("total").isNull()).isTrue();
        assertThat(server.json("/api/v1/actors?q=name%20399").path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void anEndpointSaysWhoCallsItAndHowItAnswers() throws Exception {
        String id = server.json("/api/v1/endpoints").at("/items/0/id").asString();
        JsonNode endpoint = server.json("/api/v1/endpoints/" + id);
        assertThat(endpoint.path("callers")).hasSize(50);
        assertThat(sum(endpoint.path("statuses"), "calls"))
                .isEqualTo(endpoint.path("calls").asLong());
        assertThat(sum(endpoint.path("calls_per_hour"), "calls")).isPositive();
    }

    @Test
    void anEntityOfOneActorHasItsHistory() throws Exception {
        JsonNode own = server.json("/api/v1/entities/order/o7");
        assertThat(own.at("/owner/name").asString()).isEqualTo("Name 7");
        assertThat(own.path("history")).hasSize(200);
        assertThat(own.at("/history/0/actor/name").asString()).isEqualTo("Name 7");
        assertThat(own.path("recent_calls")).hasSize(50);
        assertThat(own.at("/recent_calls/0/actor_name").asString()).isEqualTo("Name 7");
        assertThat(own.path("touched_by")).hasSize(1);
    }

    @Test
    void anEntityOfManyHasItToo() throws Exception {
        JsonNode shared = server.json("/api/v1/entities/product/p");
        assertThat(shared.path("actors").asInt()).isEqualTo(ACTORS);
        assertThat(shared.path("history")).hasSize(200);
        assertThat(shared.at("/history/199/time")).isEqualTo(shared.at("/recent_calls/0/time"));
        assertThat(shared.at("/recent_calls/0/actor_name").asString()).startsWith("Name ");
    }

    @Test
    void theLatestCallsComeDayByDay() throws Exception {
        JsonNode page = server.json("/api/v1/calls?status=404&limit=1000");
        List<String> times = new ArrayList<>();
        int pages = 1;
        page.path("items").forEach(call -> times.add(call.path("time").asString()));
        while (!page.path("next_cursor").isNull()) {
            page = server.json("/api/v1/calls?status=404&limit=1000&cursor="
                    + page.path("next_cursor").asString());
            page.path("items").forEach(call -> times.add(call.path("time").asString()));
            pages++;
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(times).hasSize(CALLS / 50).doesNotHaveDuplicates();
        assertThat(times.stream().map(Instant::parse).toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void hoursAreCountedForAllAndForAnEndpoint() throws Exception {
        JsonNode all = server.json("/api/v1/calls/histogram");
        assertThat(sum(all.path("buckets"), "calls")).isEqualTo(CALLS);
        assertThat(sum(all.path("buckets"), "errors")).isEqualTo(CALLS / 50);
        assertThat(all.path("as_of").isString()).isTrue();
        JsonNode top = server.json("/api/v1/endpoints").at("/items/0");
        JsonNode one =
                server.json("/api/v1/calls/histogram?endpoint=" + top.path("id").asString());
        assertThat(sum(one.path("buckets"), "calls"))
                .isEqualTo(top.path("calls").asLong());
    }

    @Test
    void theMatrixTellsWhatChanged() throws Exception {
        JsonNode changes = server.json("/api/v1/matrix/diff");
        assertThat(changes.path("from").asString()).isEqualTo("2026-10-26");
        assertThat(changes.at("/items/0/change").asString()).isEqualTo("new");
        assertThat(changes.at("/items/0/entity_type").asString()).isEqualTo("product");
        JsonNode other = server.json("/api/v1/matrix/diff?from=2026-11-02&to=2026-11-09");
        assertThat(other.path("items")).isNotEmpty();
        assertThat(server.json("/api/v1/matrix?actor=a7")
                        .at("/items/0/actor/name")
                        .asString())
                .isEqualTo("Name 7");
    }

    @Test
    void typesAndProcessesAreTold() throws Exception {
        JsonNode types = server.json("/api/v1/entity-types");
        assertThat(types.at("/items/0/type").asString()).isEqualTo("order");
        assertThat(types.at("/items/0/audience").asString()).isEqualTo("exclusive");
        assertThat(types.at("/items/1/actors").asInt()).isEqualTo(ACTORS);
        assertThat(server.json("/api/v1/entity-types/order/process").path("edges"))
                .isNotEmpty();
        assertThat(server.json("/api/v1/inventory").path("endpoints").asInt()).isEqualTo(2);
        assertThat(server.json("/api/v1/explained").path("items")).hasSize(2);
    }

    private static long sum(JsonNode rows, String member) {
        return rows.values().stream()
                .mapToLong(row -> row.path(member).asLong())
                .sum();
    }

    /// Everybody has an order; from the second week on, all look at one product too.
    private static CallRow call(int i) {
        Instant at = START.plusSeconds((long) i * DAYS * 86_400 / CALLS);
        int actor = i % ACTORS;
        boolean shared = i > CALLS / 2 && i / ACTORS % 2 == 0;
        return new CallRow(
                at.toEpochMilli() * 1_000,
                "c" + i,
                "api.shop.example",
                "GET",
                "/v1/x",
                shared ? "GET /v1/products/{productId}" : "GET /v1/orders/{orderId}",
                shared ? "e-2" : "e-1",
                i % 50 == 0 ? 404 : 200,
                "a" + actor,
                "user",
                "key:" + actor,
                "192.0.2.1",
                "DE",
                64_500,
                "curl/8",
                "laptop",
                List.of(
                        shared
                                ? new CallRow.Entity("product", "p", "public", "public")
                                : new CallRow.Entity("order", "o" + actor, "used", "own")),
                10,
                10,
                1,
                false);
    }

    @SuppressWarnings("NullAway") // JUnit fills it before any test
    private static Running unset() {
        return null;
    }
}
