// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.apian.engine.Installation;
import dev.apian.stage.signal.BuiltIn;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server that listens before its data directory is open.
class StartingTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path data;

    @Test
    void itSaysThatItIsStartingUntilItIsOpen() throws Exception {
        ServerSettings settings = ServerSettings.of(data).withPort(0);
        try (Running running = Running.of(ApianServer.listen(settings, BuiltIn::detectors, CLOCK))) {
            HttpResponse<String> health = running.get("/healthz");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).isEqualTo("{\"status\":\"starting\",\"reason\":\"the state is being read\"}");
            assertThat(running.get("/").statusCode()).isEqualTo(200);
            assertThat(running.get("/alerts/al-1").headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            saysLater(running.get("/api/v1/alerts"));
            saysLater(running.get("/metrics"));
            saysLater(running.get("/openapi.yaml"));
            saysLater(running.patch("/api/v1/alerts/al-1", "{\"status\":\"open\"}"));
            saysLater(running.push("x".repeat(20 << 20)));

            running.server.open();

            assertThat(running.json("/healthz").path("status").asString()).isEqualTo("ok");
            assertThat(running.push(record(Instant.now(), "c-1", "/a", 200)).statusCode())
                    .isEqualTo(200);
            assertThat(running.get("/metrics").statusCode()).isEqualTo(200);
        }
    }

    private static void saysLater(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
        JsonNode problem = Running.JSON.readTree(answer.body());
        assertThat(problem.path("title").asString()).isEqualTo("The server is starting");
        assertThat(problem.path("detail").asString()).contains("the state is being read");
    }

    @Test
    void aPortThatIsTakenEndsItAndTheDataIsFreeAgain() throws Exception {
        Path other = data.resolve("other");
        try (Running first = Running.on(data.resolve("first"))) {
            ServerSettings settings = ServerSettings.of(other).withPort(first.server.port());
            assertThatIOException()
                    .isThrownBy(() -> ApianServer.listen(settings, BuiltIn::detectors, CLOCK))
                    .withMessageStartingWith("cannot listen on 127.0.0.1:" + first.server.port())
                    .withMessageContaining("is another server there?");
        }
        Installation.open(other).close();
    }

    @Test
    void aDirectoryInUseEndsItBeforeItListens() throws Exception {
        try (Running first = Running.on(data)) {
            ServerSettings settings = ServerSettings.of(data).withPort(first.server.port());
            assertThatIOException()
                    .isThrownBy(() -> ApianServer.listen(settings, BuiltIn::detectors, CLOCK))
                    .withMessageContaining("is in use by another apian process");
        }
    }

    @Test
    void aStateThatItDoesNotReadEndsItWithTheReason() throws Exception {
        Files.writeString(data.resolve("state.zst"), "of an earlier version");
        ServerSettings settings = ServerSettings.of(data).withPort(0);
        try (ApianServer listening = ApianServer.listen(settings, BuiltIn::detectors, CLOCK)) {
            assertThatIOException().isThrownBy(listening::open).withMessageContaining("use the release that wrote it");
        }
        Installation.open(data).close();
    }
}
