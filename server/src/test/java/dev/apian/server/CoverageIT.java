// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Four days of a hundred calls an hour by one person, of which a night is missing.
class CoverageIT {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int HOURS = 96;
    private static final int SILENT_FROM = 74;
    private static final int SILENT_UNTIL = 77;
    private static final int CALLS_AN_HOUR = 100;

    @Test
    void tellsWhatIsMissingAndKeepsItAcrossARestart(@TempDir Path data) throws Exception {
        try (Running running = Running.on(data)) {
            assertThat(running.push(lines()).statusCode()).isEqualTo(200);
            int pushed = (HOURS - SILENT_UNTIL + SILENT_FROM) * CALLS_AN_HOUR;
            // Records are judged once event time has passed them; the last ones wait.
            check(running.eventually(
                    "/api/v1/coverage", coverage -> coverage.path("calls").asInt() >= pushed - CALLS_AN_HOUR));
            assertThat(running.get("/metrics").body())
                    .contains("apian_calls_total ")
                    .contains("apian_calls_named_ratio 1.0")
                    .contains("apian_records_rejected{reason=\"malformed record\"} 1.0")
                    .contains("apian_up 1.0")
                    .contains("jvm_memory_used_bytes");
        }
        try (Running running = Running.on(data)) {
            JsonNode coverage = running.json("/api/v1/coverage");
            check(coverage);
            assertThat(coverage.path("calls").asInt()).isEqualTo((HOURS - SILENT_UNTIL + SILENT_FROM) * CALLS_AN_HOUR);
        }
    }

    @Test
    void beforeTheFirstCallNothingIsClaimed(@TempDir Path data) throws Exception {
        try (Running running = Running.on(data)) {
            JsonNode coverage = running.json("/api/v1/coverage");
            assertThat(coverage.path("calls").asInt()).isZero();
            assertThat(coverage.path("until").isNull()).isTrue();
            assertThat(coverage.path("gaps")).isEmpty();
            assertThat(running.get("/metrics").body()).contains("apian_calls_named_ratio NaN");
        }
    }

    private static void check(JsonNode coverage) {
        assertThat(coverage.path("with_actor")).isEqualTo(coverage.path("calls"));
        assertThat(coverage.path("with_response").asInt()).isZero();
        assertThat(coverage.path("rejected").asInt()).isEqualTo(1);
        assertThat(coverage.path("gaps")).hasSize(1);
        assertThat(coverage.at("/gaps/0/from").asString())
                .isEqualTo(START.plusSeconds(3_600L * SILENT_FROM).toString());
        assertThat(coverage.at("/gaps/0/until").asString())
                .isEqualTo(START.plusSeconds(3_600L * SILENT_UNTIL).toString());
        assertThat(coverage.at("/gaps/0/usual").asInt()).isEqualTo(3 * CALLS_AN_HOUR);
    }

    private static String lines() {
        StringBuilder lines = new StringBuilder("{this is no record\n");
        for (int hour = 0; hour < HOURS; hour++) {
            if (hour >= SILENT_FROM && hour < SILENT_UNTIL) {
                continue;
            }
            for (int i = 0; i < CALLS_AN_HOUR; i++) {
                Instant at = START.plusSeconds(3_600L * hour + 36L * i);
                lines.append(Running.record(at, "c" + hour + "-" + i, "/v1/offers", 200)
                                .strip())
                        .append('\n');
            }
        }
        return lines.toString();
    }
}
