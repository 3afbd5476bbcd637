// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a server that is stopped and started still knows, and how it follows the clock.
class RestartIT {

    @TempDir
    Path data;

    @Test
    void verdictsAlertsCallsAndRejectsSurvive() throws Exception {
        String id;
        JsonNode alerts;
        JsonNode overview;
        try (Running running = Running.on(data)) {
            Traffic.pushInto(running);
            running.push("no record\n");
        }
        try (Running running = Running.on(data)) {
            id = running.json("/api/v1/alerts").at("/items/0/id").asString();
            HttpResponse<String> answer =
                    running.patch("/api/v1/alerts/" + id, "{\"status\":\"confirmed\",\"note\":\"SEC-412 ünïcode\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            alerts = running.json("/api/v1/alerts?limit=200");
            overview = running.json("/api/v1/overview");
        }
        try (Running running = Running.on(data)) {
            assertThat(running.json("/api/v1/alerts?limit=200")).isEqualTo(alerts);
            assertThat(running.json("/api/v1/overview")).isEqualTo(overview);
            JsonNode alert = running.json("/api/v1/alerts/" + id);
            assertThat(alert.path("status").asString()).isEqualTo("confirmed");
            assertThat(alert.path("note").asString()).isEqualTo("SEC-412 ünïcode");
            running.patch("/api/v1/alerts/" + id, "{\"note\":null}");
            alert = running.json("/api/v1/alerts/" + id);
            assertThat(alert.path("status").asString()).isEqualTo("confirmed");
            assertThat(alert.path("note").isNull()).isTrue();
            assertThat(overview.at("/rejects/0/reason").asString()).isEqualTo("malformed_record");
        }
    }

    @Test
    void theLastCallsAreJudgedThoughNoOtherComes() throws Exception {
        Instant began = Instant.parse("2026-11-20T10:00:30Z");
        Hand clock = new Hand(began);
        try (Running running = Running.on(
                data, clock, settings -> settings.withLive(settings.live().withLateness(Duration.ofSeconds(10))))) {
            running.push(record(began, "c-1", "/v1/orders/1", 200));
            Thread.sleep(1_500);
            assertThat(running.json("/api/v1/calls").path("items").size()).isZero();
            clock.now = began.plusSeconds(15);
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 1);
            running.push(record(began.minusSeconds(60), "c-0", "/v1/orders/1", 200));
            clock.now = began.plusSeconds(30);
            running.eventually(
                    "/api/v1/overview", overview -> overview.path("late_calls").asInt() == 1);
            running.eventually(
                    "/api/v1/calls?actor=unresolved", page -> page.path("items").size() == 1);
        }
    }

    @Test
    void historyThatIsLoadedSlowlyIsNotLate() throws Exception {
        Instant began = Instant.parse("2026-11-20T10:00:30Z");
        try (Running running = Running.on(data, new Hand(began), settings -> settings)) {
            for (int day = 20; day > 0; day--) {
                running.push(record(began.minus(Duration.ofDays(day)), "c-" + day, "/v1/orders/1", 200));
                Thread.sleep(100);
            }
            running.push(record(began, "c-0", "/v1/orders/1", 200));
        }
        try (Running running = Running.on(data)) {
            assertThat(running.json("/api/v1/overview").path("late_calls").asInt())
                    .isZero();
            assertThat(running.json("/api/v1/overview").path("calls").asInt()).isEqualTo(21);
        }
    }

    @Test
    void aCheckpointMakesTheJournalShort() throws Exception {
        try (Running running = Running.on(data)) {
            running.push(record(Instant.now(), "c-1", "/v1/orders/1", 200));
        }
        try (Running running = Running.on(data)) {
            running.push(record(Instant.now(), "c-2", "/v1/orders/1", 200));
        }
        try (Running running = Running.on(data);
                var segments = Files.list(data.resolve("journal"))) {
            assertThat(running.json("/api/v1/overview").path("calls").asInt()).isEqualTo(2);
            assertThat(segments.count()).isZero();
        }
    }

    /// A clock that is moved by hand.
    private static final class Hand implements InstantSource {

        private volatile Instant now;

        private Hand(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
