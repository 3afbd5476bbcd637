// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Telemetry.call;
import static dev.apian.server.Telemetry.export;
import static dev.apian.server.Telemetry.map;
import static dev.apian.server.Telemetry.nanos;
import static dev.apian.server.Telemetry.number;
import static dev.apian.server.Telemetry.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Status;
import dev.apian.server.push.PushLimits;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OtlpHttpTest {

    private static final String PROTOBUF = "application/x-protobuf";

    @TempDir
    Path data;

    @Test
    void protobufIsAnsweredInKindPackedOrNot() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<byte[]> plain =
                    post(running, "/v1/traces", export(call("/a", 200)).toByteArray(), "");
            assertThat(plain.statusCode()).isEqualTo(200);
            assertThat(plain.headers().firstValue("content-type")).contains(PROTOBUF);
            assertThat(ExportTraceServiceResponse.parseFrom(plain.body()).hasPartialSuccess())
                    .isFalse();
            byte[] packed = gzip(export(call("/b", 200)).toByteArray());
            assertThat(post(running, "/v1/traces", packed, "gzip").statusCode()).isEqualTo(200);
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 2);
        }
    }

    @Test
    void jsonIsReadAsTheSpecificationWritesIt() throws Exception {
        try (Running running = Running.on(data)) {
            long now = nanos(Instant.now());
            HttpResponse<String> answer = running.say("POST", "/v1/traces", """
                    {"resourceSpans":[{"resource":{"attributes":[
                      {"key":"server.address","value":{"stringValue":"api.shop.example"}}]},
                     "scopeSpans":[{"scope":{"name":"my.library"},"spans":[
                      {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174","name":"GET /a",
                       "startTimeUnixNano":"%d","endTimeUnixNano":"%d","kind":2,"unknownField":[1],"attributes":[
                        {"key":"http.request.method","value":{"stringValue":"GET"}},
                        {"key":"url.path","value":{"stringValue":"/a"}},
                        {"key":"http.response.status_code","value":{"intValue":"200"}}]}]}]}]}
                    """.formatted(now - 1_000_000, now));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{}");
            JsonNode calls = running.eventually(
                    "/api/v1/calls", page -> page.path("items").size() == 1);
            assertThat(calls.at("/items/0/call_id").asString())
                    .isEqualTo("5B8EFFF798038103D269B633813FC60C-EEE19B7EC3C1B174");
            assertThat(calls.at("/items/0/host").asString()).isEqualTo("api.shop.example");
        }
    }

    @Test
    void aLogRecordIsACallByItsAttributesItsMapOrItsLine() throws Exception {
        try (Running running = Running.on(data)) {
            long now = nanos(Instant.now());
            LogRecord.Builder byAttributes = log(now).addAttributes(text("http.request.method", "GET"))
                    .addAttributes(text("url.path", "/attributes"))
                    .addAttributes(number("http.response.status_code", 200));
            LogRecord.Builder byMap = log(now).setBody(map(
                    Telemetry.pair(
                            "http",
                            map(
                                    Telemetry.pair("request", map(text("method", "POST")).toBuilder()),
                                    Telemetry.pair("response", map(number("status_code", 201)).toBuilder()))
                                    .toBuilder()),
                    text("url.path", "/map"),
                    Telemetry.pair("http.request.body.content", map(number("orderId", 1_001)).toBuilder())));
            LogRecord.Builder byLine = log(now).setBody(AnyValue.newBuilder()
                    .setStringValue(
                            "{\"http.request.method\":\"GET\",\"url.path\":\"/line\",\"http.response.status_code\":200"
                                    + "}"));
            LogRecord.Builder byAccessLog = log(now).setBody(AnyValue.newBuilder()
                    .setStringValue("203.0.113.7 - - [17/May/2025:10:05:03 +0000] \"GET /combined HTTP/1.1\" 200 7"
                            + " \"-\" \"curl/8\""));
            HttpResponse<byte[]> answer = post(
                    running,
                    "/v1/logs",
                    export(byAttributes, byMap, byLine, byAccessLog).toByteArray(),
                    "");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode calls = running.eventually(
                    "/api/v1/calls", page -> page.path("items").size() == 4);
            assertThat(calls.findValuesAsString("path"))
                    .containsExactlyInAnyOrder("/attributes", "/map", "/line", "/combined");
        }
    }

    @Test
    void otherLogRecordsAreSkipped() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<byte[]> answer = post(
                    running,
                    "/v1/logs",
                    export(
                                    log(nanos(Instant.now()))
                                            .setBody(AnyValue.newBuilder().setStringValue("user maria logged in")),
                                    log(nanos(Instant.now()))
                                            .setBody(AnyValue.newBuilder()
                                                    .setStringValue("{\"time\":\"12:03\",\"msg\":\"started\"}")),
                                    LogRecord.newBuilder())
                            .toByteArray(),
                    "");
            assertThat(ExportLogsServiceResponse.parseFrom(answer.body()).hasPartialSuccess())
                    .isFalse();
            JsonNode overview = running.json("/api/v1/overview");
            assertThat(overview.path("rejects").size()).isZero();
            assertThat(overview.path("skipped").toString())
                    .isEqualTo("[{\"reason\":\"log record without HTTP\",\"count\":3}]");
        }
    }

    @Test
    void aLineThatIsACallWithAMistakeIsRejectedAndNotSkipped() throws Exception {
        try (Running running = Running.on(data)) {
            LogRecord.Builder log = log(nanos(Instant.now()))
                    .setBody(AnyValue.newBuilder()
                            .setStringValue("{\"http.request.method\":\"GET\",\"url.path\":\"/line\"}"));
            HttpResponse<byte[]> answer = post(running, "/v1/logs", export(log).toByteArray(), "");
            assertThat(ExportLogsServiceResponse.parseFrom(answer.body())
                            .getPartialSuccess()
                            .getRejectedLogRecords())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsNoMessageIsABadRequestThatQuotesNothing() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<byte[]> binary = post(running, "/v1/traces", "hunter2".getBytes(UTF_8), "");
            assertThat(binary.statusCode()).isEqualTo(400);
            assertThat(Status.parseFrom(binary.body()).getMessage())
                    .contains("ExportTraceServiceRequest")
                    .doesNotContain("hunter2");
            HttpResponse<String> json = running.say("POST", "/v1/traces", "{\"resourceSpans\":\"hunter2\"}");
            assertThat(json.statusCode()).isEqualTo(400);
            assertThat(json.body()).contains("\"code\":3").doesNotContain("hunter2");
            assertThat(running.json("/api/v1/overview").at("/rejects/0/count").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void otherContentTypesAndEncodingsAreNamed() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<String> answer = running.send(running.to("/v1/traces")
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("x"))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(post(running, "/v1/traces", new byte[0], "br").statusCode())
                    .isEqualTo(415);
        }
    }

    @Test
    void limitsHoldBeforeAndAfterDecompression() throws Exception {
        PushLimits limits = new PushLimits(2_000, 2, 2_000);
        try (Running running = Running.on(data, InstantSource.system(), settings -> settings.withPush(limits))) {
            assertThat(post(running, "/v1/traces", new byte[2_001], "").statusCode())
                    .isEqualTo(413);
            assertThat(post(running, "/v1/traces", gzip(new byte[100_000]), "gzip")
                            .statusCode())
                    .isEqualTo(413);
            byte[] three =
                    export(call("/a", 200), call("/b", 200), call("/c", 200)).toByteArray();
            HttpResponse<byte[]> many = post(running, "/v1/traces", three, "");
            assertThat(many.statusCode()).isEqualTo(413);
            assertThat(Status.parseFrom(many.body()).getMessage()).contains("push_lines_max");
        }
    }

    @Test
    void aFullDiskTellsWhenToComeAgain() throws Exception {
        try (Running running = Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withLive(settings.live().withDiskReserveBytes(Long.MAX_VALUE)))) {
            HttpResponse<byte[]> answer = post(
                    running,
                    "/v1/traces",
                    export(call("/a", 200), call("/b", 200)).toByteArray(),
                    "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(Status.parseFrom(answer.body()).getMessage()).contains("disk_reserve_bytes");
        }
    }

    private static LogRecord.Builder log(long nanos) {
        return LogRecord.newBuilder().setTimeUnixNano(nanos);
    }

    private static HttpResponse<byte[]> post(Running running, String path, byte[] body, String encoding)
            throws Exception {
        var request = running.to(path).header("Content-Type", PROTOBUF).POST(BodyPublishers.ofByteArray(body));
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        return running.client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
