// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    private static final Instant NOON = TestRows.NOON;

    @TempDir
    private Path directory;

    record Facet(String type, String value, Instant firstSeen, Instant lastSeen, String because, double confidence) {}

    record Actor(String actor, String name, String kind, List<Facet> facets) {}

    @Test
    void anAlertComesBackWithEveryPart() throws Exception {
        Map<String, Object> alert = Map.ofEntries(
                Map.entry("id", "a1"),
                Map.entry("raised_at", "2026-11-01T12:00:00.123456Z"),
                Map.entry("first_seen", NOON),
                Map.entry("last_seen", NOON),
                Map.entry("severity", "high"),
                Map.entry("risk", 0.93),
                Map.entry("title", "One caller, \"many\" orders\n"),
                Map.entry("summary", "…"),
                Map.entry("actor", Map.of("id", "u1", "name", "zoë", "kind", "user")),
                Map.entry("scenarios", List.of("id-walk")),
                Map.entry("involved", Map.of("users", List.of("zoë"), "endpoints", List.of("GET /x"))),
                Map.entry(
                        "evidence",
                        List.of(Map.of("measure", "steps", "observed", 61, "expected", 2.5, "window", "PT1H"))),
                Map.entry("calls", List.of("c1", "c2")),
                Map.entry("not_in_the_contract", 1));
        Snapshot.open(directory).replace(Table.ALERTS, List.of(alert));
        assertThat(Reading.rows(directory, """
                SELECT id, raised_at, risk, title, actor.name, scenarios, involved.users, involved.entities,
                evidence[1].observed, evidence[1].unit, evidence[1]."window", calls FROM alerts"""))
                .isEqualTo(List.of(Arrays.asList(
                        "a1",
                        Instant.parse("2026-11-01T12:00:00.123456Z"),
                        0.93,
                        "One caller, \"many\" orders\n",
                        "zoë",
                        List.of("id-walk"),
                        List.of("zoë"),
                        null,
                        61.0,
                        null,
                        "PT1H",
                        List.of("c1", "c2"))));
    }

    @Test
    void actorsAreCountedFromTheirCallsAndNamedByTheSnapshot() throws Exception {
        write(
                TestRows.call(NOON, "u1", "GET", 200),
                TestRows.call(NOON.plusSeconds(9), "u1", "GET", 200),
                TestRows.call(NOON, "u2", "GET", 200));
        Snapshot.open(directory)
                .replace(
                        Table.ACTORS,
                        List.of(new Actor(
                                "u1",
                                "zoë@shop.example",
                                "service",
                                List.of(new Facet("api_key", "key:1", NOON, NOON, "seen", 1)))));
        assertThat(Reading.rows(directory, """
                SELECT name, kind, first_seen, last_seen, calls, len(facets), facets[1].first_seen
                FROM actors ORDER BY actor"""))
                .isEqualTo(List.of(
                        Arrays.asList("zoë@shop.example", "service", NOON, NOON.plusSeconds(9), 2L, 1L, NOON),
                        Arrays.asList("u2", "user", NOON, NOON, 1L, 0L, null)));
    }

    @Test
    void endpointsAreCountedFromTheirCalls() throws Exception {
        write(
                TestRows.call(NOON, "u1", "GET", 200),
                TestRows.call(NOON, "u2", "GET", 200),
                TestRows.call(NOON, "u2", "PUT", 200));
        Snapshot.open(directory)
                .replace(
                        Table.ENDPOINTS,
                        List.of(Map.of(
                                "endpoint",
                                "GET /v1/orders/{orderId}",
                                "host",
                                "api.shop.example",
                                "sensitivity",
                                "high",
                                "labels",
                                List.of("money"))));
        assertThat(Reading.rows(directory, """
                SELECT endpoint, method, template, calls, actors, sensitivity, labels FROM endpoints ORDER BY ALL"""))
                .isEqualTo(List.of(
                        List.of(
                                "GET /v1/orders/{orderId}",
                                "GET",
                                "/v1/orders/{orderId}",
                                2L,
                                2L,
                                "high",
                                List.of("money")),
                        Arrays.asList(
                                "PUT /v1/orders/{orderId}", "PUT", "/v1/orders/{orderId}", 1L, 1L, null, List.of())));
    }

    @Test
    void anEntityBelongsToWhoeverCreatedIt() throws Exception {
        CallRow.Entity order = new CallRow.Entity("order", "1");
        CallRow.Entity customer = new CallRow.Entity("customer", "7");
        write(
                TestRows.call(NOON.minusSeconds(60), "scanner", "GET", 404, order),
                TestRows.call(NOON.minusSeconds(50), "support", "GET", 200, customer),
                TestRows.call(NOON, "alice", "POST", 201, order, customer, order),
                TestRows.call(NOON.plusSeconds(1), "bob", "PUT", 201, order),
                TestRows.call(NOON.plusSeconds(2), "bob", "GET", 200, order));
        assertThat(Reading.rows(directory, """
                SELECT type, id, owner, actors, calls, first_seen, last_seen FROM entities ORDER BY type"""))
                .isEqualTo(List.of(
                        Arrays.asList("customer", "7", null, 2L, 2L, NOON.minusSeconds(50), NOON),
                        Arrays.asList("order", "1", "alice", 3L, 4L, NOON.minusSeconds(60), NOON.plusSeconds(2))));
    }

    @Test
    void aReplacementTakesTheOldRowsAway() throws Exception {
        Snapshot tables = Snapshot.open(directory);
        for (int round = 1; round <= 4; round++) {
            tables.replace(Table.ALERTS, ids(round));
            tables.replace(Table.ENDPOINTS, List.of());
            assertThat(Reading.rows(directory, "SELECT id FROM alerts")).hasSize(round);
        }
        assertThat(directory.resolve("tables").toFile().list((folder, name) -> name.startsWith("alerts")))
                .as("the current file, and the one before for whoever still reads it")
                .hasSize(2);
        tables.replace(Table.ALERTS, List.of());
        assertThat(Reading.rows(directory, "SELECT id FROM alerts")).isEmpty();
    }

    @Test
    void aRowThatDoesNotFitChangesNothing() throws Exception {
        Snapshot tables = Snapshot.open(directory);
        tables.replace(Table.ALERTS, ids(2));
        assertThatThrownBy(() -> tables.replace(Table.ALERTS, List.of(Map.of("id", "x", "risk", "very"))))
                .hasMessageContaining("does not fit");
        assertThat(Reading.rows(directory, "SELECT id FROM alerts")).hasSize(2);
    }

    private static List<Map<String, String>> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> Map.of("id", "a" + i)).toList();
    }

    private void write(CallRow... rows) throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            for (CallRow row : rows) {
                lake.append(row);
            }
        }
    }
}
