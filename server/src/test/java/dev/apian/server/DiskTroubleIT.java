// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to calls while the lake cannot be written.
class DiskTroubleIT {

    private static final Instant DAY = Instant.parse("2026-11-20T11:58:00Z");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path data;

    private final Path inTheWay = Path.of("lake/calls/day=2026-11-20");

    @Test
    void callsAreKeptAndJudgedOnceTheDiskWorksAgain() throws Exception {
        try (Running running = onTheDay()) {
            running.push(record(DAY.minusSeconds(86_400), "c-1", "/v1/orders/1", 200));
            running.push(record(DAY, "c-2", "/v1/orders/2", 200));
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 2);
        }
        Path other = data.resolve("lake/calls/day=2026-11-21");
        try (Running running = Running.on(data, () -> NOON.plusSeconds(86_400), settings -> settings)) {
            Files.createFile(other);
            running.push(record(DAY.plusSeconds(86_400), "c-3", "/v1/orders/2", 200));
            running.eventually(
                    "/healthz", health -> health.path("status").asString().equals("degraded"));
            assertThat(running.push(record(DAY.plusSeconds(86_401), "c-4", "/v1/orders/3", 200))
                            .statusCode())
                    .isEqualTo(200);
            Files.delete(other);
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 4);
            running.eventually(
                    "/healthz", health -> health.path("status").asString().equals("ok"));
        }
    }

    @Test
    void whatIsNotJudgedWhenTheServerEndsIsJudgedByTheNext() throws Exception {
        try (Running running = onTheDay()) {
            Files.createDirectories(data.resolve(inTheWay).getParent());
            Files.createFile(data.resolve(inTheWay));
            running.push(record(DAY, "c-1", "/v1/orders/1", 200));
            running.eventually(
                    "/healthz", health -> health.path("status").asString().equals("degraded"));
        }
        Files.delete(data.resolve(inTheWay));
        try (Running running = onTheDay()) {
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 1);
        }
    }

    /// Two minutes later, so that its calls are live.
    private Running onTheDay() throws IOException {
        return Running.on(data, () -> NOON, settings -> settings);
    }
}
