// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Whether calls come, source by source.
class SourcesIT {

    private static final String SOURCES = "/api/v1/sources";

    @Test
    void tellsOfEachSourceHowMuchCameAndWhen(@TempDir Path data) throws Exception {
        Instant began = Instant.now();
        try (Running running = Running.on(data)) {
            assertThat(running.json(SOURCES).path("items").size()).isZero();
            String good = Running.record(began, "c-1", "/v1/orders/1", 200);
            assertThat(running.push(good + "no call\n" + "nor this\n").statusCode())
                    .isEqualTo(200);
            JsonNode answer = running.json(SOURCES);
            assertThat(Instant.parse(answer.path("since").asString())).isBetween(began, Instant.now());
            JsonNode source = answer.at("/items/0");
            assertThat(source.path("name").asString()).isEqualTo("POST /v1/calls");
            assertThat(source.path("calls").asInt()).isOne();
            assertThat(source.path("refused").asInt()).isEqualTo(2);
            assertThat(Instant.parse(source.path("last").asString())).isBetween(began.minusMillis(1), Instant.now());
            int minutes = 0;
            for (JsonNode calls : source.path("calls_per_minute")) {
                minutes += calls.asInt();
            }
            assertThat(minutes).isOne();
        }
    }

    @Test
    void aPushThatWasThereBeforeIsNotCountedTwice(@TempDir Path data) throws Exception {
        try (Running running = Running.on(data)) {
            String good = Running.record(Instant.now(), "c-1", "/v1/orders/1", 200);
            for (int i = 0; i < 2; i++) {
                running.send(running.to("/v1/calls")
                        .header("Idempotency-Key", "one")
                        .POST(BodyPublishers.ofString(good))
                        .build());
            }
            assertThat(running.json(SOURCES).at("/items/0/calls").asInt()).isOne();
        }
    }
}
