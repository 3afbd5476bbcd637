// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.apian.server.push.PushLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PushTest {

    @TempDir
    Path data;

    @Test
    void aPushedCallCanBeAskedForASecondLater() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<String> answer = running.push(record(Instant.now(), "c-1", "/v1/orders/1001", 200)
                    + record(Instant.now(), "c-2", "/v1/orders/1002", 404));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"accepted\":2,\"rejected\":0,\"errors\":[]}");
            JsonNode calls = running.eventually(
                    "/api/v1/calls", page -> page.path("items").size() == 2);
            assertThat(calls.at("/items/0/call_id").asString()).isEqualTo("c-2");
            assertThat(calls.at("/items/0/path").asString()).isEqualTo("/v1/orders/1002");
            assertThat(calls.at("/items/0/actor_name").asString()).isNotEmpty();
        }
    }

    @Test
    void badLinesAreNamedAndTheGoodOnesKept() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<String> answer = running.push("\n<html>hunter2</html>\n"
                    + record(Instant.now(), "c-1", "/v1/orders/1001", 200)
                    + "{\"http.request.method\":\"GET\",\"url.path\":\"/a\",\"http.response.status_code\":200}\n");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode receipt = Running.JSON.readTree(answer.body());
            assertThat(receipt.path("accepted").asInt()).isEqualTo(1);
            assertThat(receipt.path("rejected").asInt()).isEqualTo(2);
            assertThat(receipt.at("/errors/0/line").asInt()).isEqualTo(2);
            assertThat(receipt.at("/errors/0/reason").asString()).isEqualTo("malformed_record");
            assertThat(receipt.at("/errors/1/line").asInt()).isEqualTo(4);
            assertThat(receipt.at("/errors/1/reason").asString()).isEqualTo("no_timestamp");
            assertThat(answer.body()).doesNotContain("hunter2");
            JsonNode overview = running.json("/api/v1/overview");
            assertThat(overview.at("/rejects").size()).isEqualTo(2);
        }
    }

    @Test
    void aBodyWithoutAGoodLineIsABadRequestWithAReceipt() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<String> answer = running.push("hello\n");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            JsonNode problem = Running.JSON.readTree(answer.body());
            assertThat(problem.path("rejected").asInt()).isEqualTo(1);
            assertThat(problem.path("detail").asString()).contains("line 1");
        }
    }

    @Test
    void anEmptyBodyIsNoMistake() throws Exception {
        try (Running running = Running.on(data)) {
            assertThat(running.push("").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void gzipAndZstdAreUnpacked() throws Exception {
        try (Running running = Running.on(data)) {
            byte[] line = record(Instant.now(), "c-1", "/v1/orders/1001", 200).getBytes(UTF_8);
            assertThat(pushPacked(running, gzip(line), "gzip").body()).contains("\"accepted\":1");
            assertThat(pushPacked(running, Zstd.compress(line), "zstd").body()).contains("\"accepted\":1");
            assertThat(pushPacked(running, line, "br").statusCode()).isEqualTo(415);
            assertThat(pushPacked(running, line, "gzip").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aDecompressionBombStopsAtTheLimit() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<String> answer = pushPacked(running, gzip(new byte[64 << 20]), "gzip");
            assertThat(answer.statusCode()).isEqualTo(413);
            JsonNode problem = Running.JSON.readTree(answer.body());
            assertThat(problem.path("limit").asString()).isEqualTo("push_body_bytes_max");
            assertThat(problem.path("allowed").asLong()).isEqualTo(32 << 20);
            assertThat(problem.path("found").asLong()).isGreaterThan(32 << 20);
        }
    }

    @Test
    void limitsSayWhatWasFoundAndWhatIsAllowed() throws Exception {
        try (Running running = Running.on(
                data, InstantSource.system(), settings -> settings.withPush(new PushLimits(1_000, 2, 1_000)))) {
            HttpResponse<String> large = running.push("x".repeat(1_001));
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.body()).contains("push_body_bytes_max", "1001", "1000");
            HttpResponse<String> many = running.push("a\nb\nc\n");
            assertThat(many.statusCode()).isEqualTo(413);
            assertThat(many.body()).contains("push_lines_max");
        }
    }

    @Test
    void whatDoesNotFitIntoMemoryWaitsInTheJournalAndIsJudgedInOrder() throws Exception {
        try (Running running = Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withLive(settings.live().withQueueCallsMax(1)))) {
            // Old ones of one minute: the clock on the wall must not end it while a slow machine still pushes.
            Instant began = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
            for (int push = 0; push < 20; push++) {
                String body = record(began.plusMillis(push), "c-" + push, "/a", 200)
                        + record(began.plusMillis(push), "d-" + push, "/b", 200);
                assertThat(running.push(body).statusCode()).isEqualTo(200);
            }
            // Event time goes on with so many calls, since fewer may have a wrong clock.
            StringBuilder later = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                later.append(record(began.plusSeconds(600).plusMillis(i), "later-" + i, "/c", 200));
            }
            assertThat(running.push(later.toString()).statusCode()).isEqualTo(200);
            running.eventually(
                    "/api/v1/calls?to=" + began.plusSeconds(60),
                    page -> page.path("items").size() == 40);
            assertThat(running.json("/api/v1/overview").path("late_calls").asInt())
                    .isZero();
        }
    }

    @Test
    void aPushThatDoesNotFitIntoTheJournalIsRefusedWholeUntilThereIsRoom() throws Exception {
        try (Running running = Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withLive(settings.live().withJournalBytesMax(1)))) {
            assertThat(running.push(record(Instant.now(), "c-1", "/a", 200)).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> answer = running.push(record(Instant.now(), "c-2", "/b", 200));
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(answer.body()).contains("journal_bytes_max");
        }
    }

    @Test
    void aDiskThatIsNearlyFullRefusesPushesAndSaysWhatToDo() throws Exception {
        try (Running running = Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withLive(settings.live().withDiskReserveBytes(Long.MAX_VALUE)))) {
            HttpResponse<String> answer = running.push(record(Instant.now(), "c-1", "/a", 200));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(answer.body()).contains("disk_reserve_bytes", "Make room");
        }
    }

    @Test
    void aPushThatIsSentAgainUnderItsKeyIsKeptOnceAlsoAfterARestart() throws Exception {
        String body = record(Instant.now(), "c-1", "/a", 200);
        try (Running running = Running.on(data)) {
            assertThat(pushUnder(running, "k-1", body).headers().firstValue("idempotency-replayed"))
                    .isEmpty();
            HttpResponse<String> again = pushUnder(running, "k-1", body);
            assertThat(again.body()).contains("\"accepted\":1");
            assertThat(again.headers().firstValue("idempotency-replayed")).contains("true");
        }
        try (Running running = Running.on(data)) {
            pushUnder(running, "k-1", body);
        }
        try (Running running = Running.on(data)) {
            assertThat(running.json("/api/v1/overview").path("calls").asInt()).isEqualTo(1);
        }
    }

    @Test
    void anotherBodyUnderAUsedKeyIsKept() throws Exception {
        try (Running running = Running.on(data)) {
            pushUnder(running, "k-1", record(Instant.now(), "c-1", "/a", 200));
            pushUnder(running, "k-1", record(Instant.now(), "c-2", "/a", 200));
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 2);
        }
    }

    @Test
    void accessLogLinesAreUnderstoodToo() throws Exception {
        try (Running running = Running.on(data)) {
            String line =
                    "203.0.113.7 - - [17/May/2025:10:05:03 +0000] \"GET /talks/ HTTP/1.1\" 200 7697 \"-\" \"curl/8\"\n";
            assertThat(running.push(line).body()).contains("\"accepted\":1");
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAServerThatDied() throws Exception {
        Path copy = data.resolve("copy");
        Path first = data.resolve("first");
        try (Running running = Running.on(first)) {
            running.push(record(Instant.now(), "c-1", "/v1/orders/1001", 200));
            copyOf(first, copy);
        }
        try (Running running = Running.on(copy)) {
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 1);
        }
    }

    /// The data directory as a crash would leave it.
    private static void copyOf(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static HttpResponse<String> pushUnder(Running running, String key, String body) throws Exception {
        return running.send(running.to("/v1/calls")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> pushPacked(Running running, byte[] body, String encoding) throws Exception {
        return running.send(running.to("/v1/calls")
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
