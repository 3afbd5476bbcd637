// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Five days in which 30 people read their offers twice an hour, and three hours in which all of them do so once a
/// minute.
@TestInstance(Lifecycle.PER_CLASS)
class NoticesIT {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int PEOPLE = 30;
    private static final int QUIET_HOURS = 5 * 24;
    private static final int BUSY_HOURS = 3;

    private Path data = Path.of("");
    private Running running = unset();

    @BeforeAll
    void fill(@TempDir Path folder) throws Exception {
        data = folder;
        running = Running.on(data);
        StringBuilder lines = new StringBuilder();
        int calls = 0;
        for (int hour = 0; hour < QUIET_HOURS + BUSY_HOURS; hour++) {
            int times = hour < QUIET_HOURS ? 2 : 60;
            for (int i = 0; i < times; i++) {
                for (int person = 0; person < PEOPLE; person++) {
                    Instant at = START.plusSeconds(3_600L * hour + 3_600L * i / times + person);
                    lines.append(record(at, "c" + calls, "p" + person));
                    calls++;
                }
            }
        }
        assertThat(running.push(lines.toString()).statusCode()).isEqualTo(200);
        int pushed = calls;
        running.eventually(
                "/api/v1/overview", overview -> overview.path("calls").asInt() >= pushed - PEOPLE);
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Test
    void whatEverybodyDoesIsOneNoticeAndStaysAfterARestart() throws Exception {
        check(running.eventually(
                "/api/v1/notices", notices -> !notices.path("items").isEmpty()));
        running.close();
        running = Running.on(data);
        check(running.json("/api/v1/notices"));
        String actor =
                running.json("/api/v1/actors?limit=1").at("/items/0/actor").asString();
        JsonNode baseline = running.json("/api/v1/actors/" + actor + "/baseline");
        assertThat(baseline.path("level").asString()).isEqualTo("peers");
        assertThat(baseline.at("/peers/by").asString()).isEqualTo("kind");
    }

    private static void check(JsonNode notices) {
        assertThat(notices.path("items")).hasSize(1);
        JsonNode notice = notices.at("/items/0");
        assertThat(Instant.parse(notice.path("from").asString()))
                .isBetween(START.plusSeconds(118 * 3_600L), START.plusSeconds(121 * 3_600L));
        assertThat(notice.path("until").isNull()).isTrue();
        assertThat(notice.path("actors").asInt()).isGreaterThanOrEqualTo(20);
        assertThat(notice.at("/endpoints/0/endpoint").asString()).isEqualTo("GET /v1/offers");
        assertThat(notice.at("/endpoints/0/factor").asDouble()).isGreaterThan(1.6);
    }

    private static String record(Instant at, String id, String person) {
        return Running.record(at, id, "/v1/offers", 200)
                        .replace("\"maria\"", "\"" + person + "\"")
                        .strip() + "\n";
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
