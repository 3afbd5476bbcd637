// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An alert of a minute that is not over, as people meet it.
class PreviewIT {

    private static final Instant MINUTE = Instant.parse("2026-11-20T10:00:00Z");
    private static final int REFUSED = 100;

    @TempDir
    Path data;

    @Test
    void anAlertIsShownBeforeItsMinuteIsOverAndAVerdictOnItStays() throws Exception {
        Hand clock = new Hand();
        try (Running running = Running.on(data, clock, settings -> settings)) {
            clock.now = MINUTE.plusSeconds(50);
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < REFUSED; i++) {
                lines.append(record(MINUTE.plusMillis(100L * i), "c-" + i, "/v1/orders/" + i, 403));
            }
            running.push(lines.toString());
            JsonNode shown =
                    running.eventually("/api/v1/alerts", PreviewIT::hasAlerts).at("/items/0");
            String alert = "/api/v1/alerts/" + shown.path("id").asString();
            assertThat(shown.path("preliminary").asBoolean()).isTrue();
            assertThat(running.json(alert).path("preliminary").asBoolean()).isTrue();
            assertThat(running.patch(alert, "{\"status\":\"investigating\",\"note\":\"seen at once\"}")
                            .statusCode())
                    .isEqualTo(200);

            clock.now = MINUTE.plusSeconds(70);
            JsonNode kept =
                    running.eventually(alert, one -> !one.path("preliminary").asBoolean());
            assertThat(kept.path("status").asString()).isEqualTo("investigating");
            assertThat(kept.path("note").asString()).isEqualTo("seen at once");
            assertThat(running.json("/api/v1/alerts").path("items")).hasSize(1);
        }
    }

    @Test
    void aServerThatEndsBeforeTheMinuteDoesKeepsTheAlert() throws Exception {
        Hand clock = new Hand();
        String id;
        try (Running running = Running.on(data, clock, settings -> settings)) {
            for (int i = 0; i < REFUSED; i++) {
                running.push(record(MINUTE.plusMillis(100L * i), "c-" + i, "/v1/orders/" + i, 403));
            }
            clock.now = MINUTE.plusSeconds(50);
            id = running.eventually("/api/v1/alerts", PreviewIT::hasAlerts)
                    .at("/items/0/id")
                    .asString();
        }
        try (Running running = Running.on(data, clock, settings -> settings)) {
            JsonNode kept = running.json("/api/v1/alerts/" + id);
            assertThat(kept.path("preliminary").asBoolean()).isFalse();
        }
    }

    private static boolean hasAlerts(JsonNode page) {
        return !page.path("items").isEmpty();
    }

    /// A clock that is moved by hand.
    private static final class Hand implements InstantSource {

        private volatile Instant now = MINUTE;

        @Override
        public Instant instant() {
            return now;
        }
    }
}
