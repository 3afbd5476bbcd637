// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of calls is damaged while the server runs: it goes on without it, says so, and sets it aside.
class DamagedLakeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DAY = "day=2026-11-01";
    private static final String DAMAGED_FILES = "apian-damaged-files";

    @TempDir
    private Path data;

    @BeforeEach
    void twoFiles() throws Exception {
        try (CallLake lake = CallLake.open(data)) {
            for (int file = 0; file < 2; file++) {
                for (int i = 0; i < 50; i++) {
                    lake.append(call(file * 50 + i));
                }
                lake.flush();
            }
            lake.checkpointed();
        }
    }

    @Test
    void answersComeWithoutTheFileAndSaySo() throws Exception {
        Path file = data.resolve("lake/calls").resolve(DAY).resolve("part-0000000002.parquet");
        try (Running running = Running.on(data)) {
            assertThat(running.get("/api/v1/calls").headers().firstValue(DAMAGED_FILES))
                    .isEmpty();
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(running.json("/api/v1/calls").path("items")).hasSize(50);
            HttpResponse<String> answer = running.get("/api/v1/calls");
            assertThat(answer.headers().firstValue(DAMAGED_FILES)).contains("1");
            Path aside = data.resolve("lake/damaged").resolve(DAY).resolve("part-0000000002.json");
            Instant end = Instant.now().plus(PATIENCE);
            while (!Files.exists(aside) && Instant.now().isBefore(end)) {
                Thread.sleep(50);
            }
            assertThat(aside).content().contains("\"rows\" : 50");
            assertThat(running.json("/api/v1/calls").path("items")).hasSize(50);
            assertThat(running.get("/api/v1/calls").headers().firstValue(DAMAGED_FILES))
                    .contains("1");
        }
    }

    private static CallRow call(int i) {
        return new CallRow(
                Instant.parse("2026-11-01T10:00:00Z").plusSeconds(i).toEpochMilli() * 1_000,
                "c" + i,
                "api.shop.example",
                "GET",
                "/v1/orders/1",
                "GET /v1/orders/{orderId}",
                "e-1",
                200,
                "alice",
                "user",
                "key:1",
                "192.0.2.1",
                "DE",
                64_496,
                "curl/8",
                "laptop",
                List.of(),
                1,
                2,
                3,
                false);
    }
}
