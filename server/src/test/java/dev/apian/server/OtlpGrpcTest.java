// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Telemetry.call;
import static dev.apian.server.Telemetry.export;
import static dev.apian.server.Telemetry.span;
import static dev.apian.server.Telemetry.text;
import static dev.apian.server.Telemetry.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.RetryInfo;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OtlpGrpcTest {

    @TempDir
    Path data;

    @Test
    void aServerSpanIsACallThatPeopleFindByItsTrace() throws Exception {
        try (Running running = Running.on(data)) {
            ExportTraceServiceResponse answer = Telemetry.traces(running).export(export(call("/v1/orders/1001", 200)));
            assertThat(answer.hasPartialSuccess()).isFalse();
            JsonNode calls = running.eventually(
                    "/api/v1/calls", page -> page.path("items").size() == 1);
            JsonNode first = calls.at("/items/0");
            assertThat(first.path("call_id").asString()).isEqualTo("5b8efff798038103d269b633813fc60c-eee19b7ec3c1b174");
            assertThat(first.path("path").asString()).isEqualTo("/v1/orders/1001");
            assertThat(first.path("host").asString()).isEqualTo("orders");
            assertThat(first.path("duration_ms").asDouble()).isEqualTo(25.0);
        }
    }

    @Test
    void spansThatAreNoCallsAreCountedAndNoMistake() throws Exception {
        try (Running running = Running.on(data)) {
            ExportTraceServiceResponse answer = Telemetry.traces(running)
                    .export(export(
                            span(SpanKind.SPAN_KIND_CLIENT).addAttributes(text("http.request.method", "GET")),
                            span(SpanKind.SPAN_KIND_INTERNAL),
                            span(SpanKind.SPAN_KIND_CLIENT),
                            span(SpanKind.SPAN_KIND_CONSUMER),
                            span(SpanKind.SPAN_KIND_SERVER).addAttributes(text("rpc.system", "grpc"))));
            assertThat(answer.hasPartialSuccess()).isFalse();
            JsonNode overview = running.json("/api/v1/overview");
            assertThat(overview.path("rejects").size()).isZero();
            assertThat(overview.path("skipped").toString())
                    .contains("{\"reason\":\"client span\",\"count\":2}")
                    .contains("{\"reason\":\"internal span\",\"count\":1}")
                    .contains("{\"reason\":\"producer or consumer span\",\"count\":1}")
                    .contains("{\"reason\":\"server span without HTTP\",\"count\":1}");
        }
    }

    @Test
    void whatWasSkippedIsStillCountedAfterARestart() throws Exception {
        try (Running running = Running.on(data)) {
            Telemetry.traces(running).export(export(call("/a", 200), span(SpanKind.SPAN_KIND_CLIENT)));
        }
        try (Running running = Running.on(data)) {
            assertThat(running.json("/api/v1/overview").path("skipped").toString())
                    .contains("client span");
        }
    }

    @Test
    void aCallThatCannotBeReadIsAPartialSuccess() throws Exception {
        try (Running running = Running.on(data)) {
            ExportTraceServiceResponse answer = Telemetry.traces(running)
                    .export(export(call("/a", 200), call("/b", 99_999), span(SpanKind.SPAN_KIND_CLIENT)));
            assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
            assertThat(answer.getPartialSuccess().getErrorMessage()).contains("record 2 of 3", "no response status");
            assertThat(running.json("/api/v1/overview").at("/rejects/0/reason").asString())
                    .isEqualTo("no_response_status");
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 1);
        }
    }

    @Test
    void anEmptyExportIsNoMistake() throws Exception {
        try (Running running = Running.on(data)) {
            assertThat(Telemetry.traces(running)
                            .export(ExportTraceServiceRequest.getDefaultInstance())
                            .hasPartialSuccess())
                    .isFalse();
        }
    }

    @Test
    void aFullDiskTellsWhenToComeAgain() throws Exception {
        try (Running running = Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withLive(settings.live().withDiskReserveBytes(Long.MAX_VALUE)))) {
            assertThatThrownBy(() -> Telemetry.traces(running).export(export(call("/a", 200), call("/b", 200))))
                    .isInstanceOfSatisfying(StatusRuntimeException.class, failure -> {
                        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
                        assertThat(failure.getStatus().getDescription()).contains("disk_reserve_bytes");
                        com.google.rpc.Status told = StatusProto.fromThrowable(failure);
                        assertThat(told).isNotNull();
                        assertThat(told.getDetailsList()).anyMatch(detail -> detail.is(RetryInfo.class));
                    });
            assertThat(running.json("/api/v1/overview").path("rejects").size()).isZero();
        }
    }

    @Test
    void bytesThatAreNoMessageAreRefusedForGoodAndCounted() throws Exception {
        try (Running running = Running.on(data)) {
            byte[] frame = "\0\0\0\0\7hunter2".getBytes(UTF_8);
            RequestHeaders headers = RequestHeaders.of(
                    HttpMethod.POST,
                    "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
                    "content-type",
                    "application/grpc",
                    "te",
                    "trailers");
            AggregatedHttpResponse answer = WebClient.of("h2c://127.0.0.1:" + running.server.port())
                    .execute(headers, frame)
                    .aggregate()
                    .join();
            String status =
                    answer.headers().get("grpc-status", answer.trailers().get("grpc-status", ""));
            assertThat(status).isEqualTo(Integer.toString(Status.Code.INVALID_ARGUMENT.value()));
            assertThat(answer.toString()).doesNotContain("hunter2");
            assertThat(running.json("/api/v1/overview").at("/rejects/0/reason").asString())
                    .isEqualTo("malformed_record");
        }
    }

    @Test
    void noSecretOfASpanReachesTheDisk() throws Exception {
        try (Running running = Running.on(data)) {
            Telemetry.traces(running)
                    .export(export(
                            call("/v1/reset?token=geheim-7431-query", 200)
                                    .addAttributes(
                                            texts("http.request.header.authorization", "Bearer geheim-7431-bearer"))
                                    .addAttributes(texts("http.request.header.cookie", "session=geheim-7431-cookie"))
                                    .addAttributes(texts("http.request.header.x-api-key", "geheim-7431-key"))
                                    .addAttributes(text(
                                            "http.request.body.content", "{\"password\":\"geheim-7431-password\"}")),
                            call("/v1/login", 99_999)
                                    .addAttributes(
                                            texts("http.request.header.authorization", "Basic geheim-7431-basic"))));
            JsonNode calls = running.eventually(
                    "/api/v1/calls", page -> page.path("items").size() == 1);
            assertThat(calls.at("/items/0/credential").asString()).isNotEmpty();
            assertThat(calls.toString()).doesNotContain("geheim-7431");
        }
        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("geheim-7431");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
