// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Open pages hear of what has changed.
class EventsIT {

    @Test
    void whatSomebodyDecidesIsToldAndWhatSomebodyAsksIsNot(@TempDir Path data) throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<InputStream> stream =
                    running.client.send(running.to("/api/v1/events").GET().build(), BodyHandlers.ofInputStream());
            try (InputStream events = stream.body()) {
                running.say("POST", "/api/v1/hunt/queries", "{\"sql\":\"SELECT 1\"}");
                running.push(Running.record(Instant.now(), "c-1", "/v1/orders/1", 200));
                assertThat(readUntil(events, "event:progress")).doesNotContain("event:alerts");
                HttpResponse<String> hidden = running.say(
                        "POST",
                        "/api/v1/suppressions",
                        "{\"scope\":{\"actors\":[\"a-1\"]},\"reason\":\"a scanner of ours\",\"until\":\"%s\"}"
                                .formatted(Instant.now().plus(Duration.ofDays(1))));
                assertThat(hidden.statusCode()).isEqualTo(200);
                readUntil(events, "event:alerts");
            }
        }
    }

    @Test
    void callsThatComeInAreTold(@TempDir Path data) throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<InputStream> stream =
                    running.client.send(running.to("/api/v1/events").GET().build(), BodyHandlers.ofInputStream());
            assertThat(stream.headers().firstValue("content-type")).contains("text/event-stream");
            try (InputStream events = stream.body()) {
                running.push(Running.record(Instant.now(), "c-1", "/v1/orders/1", 200));
                assertThat(readUntil(events, "event:progress")).contains("retry:5000");
            }
        }
    }

    @Test
    void aServerThatEndsEndsItsStreams(@TempDir Path data) throws Exception {
        InputStream events;
        try (Running running = Running.on(data)) {
            events = running.client
                    .send(running.to("/api/v1/events").GET().build(), BodyHandlers.ofInputStream())
                    .body();
            events.read();
            running.server.close();
            assertThat(events.readAllBytes()).isNotNull();
        }
    }

    /// The test's own time limit ends it if the text never comes.
    private static String readUntil(InputStream events, String text) throws Exception {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = events.read();
            assertThat(next).as("the stream ended after " + read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
