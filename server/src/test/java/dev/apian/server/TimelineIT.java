// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One actor's calls are read without SQL where files have an index: the same answers as with SQL, to the letter.
@TestInstance(Lifecycle.PER_CLASS)
class TimelineIT {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final int CALLS = 4_000;
    private static final String OF_BOB = "/api/v1/calls?actor=bob";

    private Running indexed = unset();
    private Running plain = unset();

    @BeforeAll
    void fill(@TempDir Path fast, @TempDir Path slow) throws Exception {
        for (Path data : List.of(fast, slow)) {
            try (CallLake lake = CallLake.open(data)) {
                for (int i = 0; i < CALLS; i++) {
                    lake.append(call(i));
                }
                lake.flush();
                lake.checkpointed();
                lake.compact(LocalDate.parse("2026-11-03"));
            }
        }
        try (Stream<Path> files = Files.walk(slow)) {
            for (Path index :
                    files.filter(file -> file.toString().endsWith(".actors")).toList()) {
                Files.delete(index);
            }
        }
        indexed = Running.on(fast);
        plain = Running.on(slow);
    }

    @AfterAll
    void stop() throws IOException {
        indexed.close();
        plain.close();
    }

    @Test
    void theSameCallsComeAsWithSql() throws Exception {
        assertSame(OF_BOB + "&limit=10000");
    }

    @Test
    void everyFilterSelectsTheSame() throws Exception {
        String endpoint =
                indexed.json(OF_BOB + "&limit=1").at("/items/0/endpoint_id").asString();
        for (String filter : List.of(
                "endpoint=" + endpoint,
                "endpoint=bm90aGluZw",
                "entity_type=order&entity_id=7",
                "status=404",
                "status=-1",
                "country=FR",
                "asn=AS64501",
                "device=laptop",
                "from=2026-11-03T10:00:00Z",
                "to=2026-11-03T10:00:00Z",
                "from=2026-11-03T10:00:00Z&to=2026-11-03T12:30:00.5Z&status=200")) {
            assertSame(OF_BOB + "&limit=5000&" + filter);
        }
    }

    @Test
    void whatItsCallsTellOfAnActorIsTheSame() throws Exception {
        for (String actor : List.of("bob", "alice")) {
            assertSame("/api/v1/actors/" + actor);
            assertSame("/api/v1/actors/" + actor + "/baseline");
        }
        assertSame("/api/v1/actors/bob/baseline?scale=day");
        assertThat(indexed.get("/api/v1/actors/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void callsAreCountedTheSame() throws Exception {
        for (String filter : List.of(
                "actor=bob&from=2026-11-03T00:00:00Z&to=2026-11-04T00:00:00Z",
                "actor=bob&from=2026-11-03T10:00:00Z&to=2026-11-03T10:30:00Z&status=404",
                "from=2026-11-02T00:00:00Z&to=2026-11-20T00:00:00Z&country=FR")) {
            assertSame("/api/v1/calls/histogram?" + filter);
        }
        JsonNode day =
                indexed.json("/api/v1/calls/histogram?actor=bob&from=2026-11-03T00:00:00Z&to=2026-11-04T00:00:00Z");
        long counted = day.path("buckets").values().stream()
                .mapToLong(bucket -> bucket.path("calls").asLong())
                .sum();
        assertThat(counted)
                .isEqualTo(indexed.json(OF_BOB + "&limit=5000&from=2026-11-03T00:00:00Z&to=2026-11-04T00:00:00Z")
                        .path("items")
                        .size())
                .isPositive();
        assertThat(day.path("step_seconds").asInt()).isEqualTo(600);
        assertThat(indexed.get("/api/v1/calls/histogram?from=2026-11-04T00:00:00Z&to=2026-11-03T00:00:00Z")
                        .body())
                .contains("from is not before to");
    }

    @Test
    void pagesFollowOneAnotherWithoutAGap() throws Exception {
        List<JsonNode> paged = new ArrayList<>();
        JsonNode page = indexed.json(OF_BOB + "&limit=97");
        while (!page.path("next_cursor").isNull()) {
            page.path("items").forEach(paged::add);
            page = indexed.json(
                    OF_BOB + "&limit=97&cursor=" + page.path("next_cursor").asString());
        }
        page.path("items").forEach(paged::add);
        List<JsonNode> all = new ArrayList<>();
        plain.json(OF_BOB + "&limit=10000").path("items").forEach(all::add);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void whoeverIsUnknownHasNoCalls() throws Exception {
        assertThat(indexed.json("/api/v1/calls?actor=nobody").path("items")).isEmpty();
    }

    @Test
    void whatIsWrongIsRefusedAsBefore() throws Exception {
        for (String wrong : List.of("&status=x", "&asn=x", "&entity_id=7", "&limit=10001", "&cursor=x")) {
            assertThat(indexed.get(OF_BOB + wrong).statusCode()).isEqualTo(400);
            assertThat(indexed.get(OF_BOB + wrong).body())
                    .isEqualTo(plain.get(OF_BOB + wrong).body());
        }
    }

    private void assertSame(String path) throws Exception {
        JsonNode fast = indexed.json(path);
        assertThat(fast).isEqualTo(plain.json(path));
    }

    /// Half of the calls are bob's; some at the same moment, some with much unknown.
    private static CallRow call(int i) {
        Instant at = START.plusSeconds(90L * (i - i % 3));
        boolean bare = i % 17 == 0;
        return new CallRow(
                at.toEpochMilli() * 1_000,
                "c" + i,
                i % 5 == 0 ? null : "api.shop.example",
                "GET",
                "/v1/orders/" + i % 50,
                bare ? null : "GET /v1/orders/{orderId}",
                bare ? null : "e-1",
                bare ? CallRow.STATUS_UNKNOWN : i % 7 == 0 ? 404 : 200,
                i % 2 == 0 ? "bob" : i % 3 == 0 ? "alice" : null,
                bare ? null : "user",
                "key:1",
                "192.0.2.1",
                i % 4 == 0 ? "FR" : "DE",
                bare ? CallRow.ASN_UNKNOWN : 64_500 + i % 3,
                "curl/8",
                i % 6 == 0 ? null : "laptop",
                bare ? List.of() : List.of(new CallRow.Entity("order", "" + i % 50, i % 8 == 0 ? null : "used", "own")),
                bare ? CallRow.BYTES_UNKNOWN : 10,
                i,
                bare ? CallRow.DURATION_UNKNOWN : i / 8.0,
                false);
    }

    @SuppressWarnings("NullAway") // JUnit fills it before any test
    private static Running unset() {
        return null;
    }
}
