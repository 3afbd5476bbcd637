// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The exporters that Java services have inside, against a running server.
class OtlpSdkTest {

    private static final Resource SERVICE =
            Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "orders"));
    private static final AttributeKey<List<String>> AUTHORIZATION =
            AttributeKey.stringArrayKey("http.request.header.authorization");

    @TempDir
    Path data;

    @Test
    void spansOverGrpcBecomeCalls() throws Exception {
        try (Running running = Running.on(data)) {
            spansBecomeCalls(
                    running,
                    OtlpGrpcSpanExporter.builder()
                            .setEndpoint(running.server.url())
                            .setCompression("gzip")
                            .build());
        }
    }

    @Test
    void spansOverHttpBecomeCalls() throws Exception {
        try (Running running = Running.on(data)) {
            spansBecomeCalls(
                    running,
                    OtlpHttpSpanExporter.builder()
                            .setEndpoint(running.server.url() + "v1/traces")
                            .setCompression("gzip")
                            .build());
        }
    }

    @Test
    void logRecordsOverGrpcBecomeCalls() throws Exception {
        try (Running running = Running.on(data)) {
            logsBecomeCalls(
                    running,
                    OtlpGrpcLogRecordExporter.builder()
                            .setEndpoint(running.server.url())
                            .build());
        }
    }

    @Test
    void logRecordsOverHttpBecomeCalls() throws Exception {
        try (Running running = Running.on(data)) {
            logsBecomeCalls(
                    running,
                    OtlpHttpLogRecordExporter.builder()
                            .setEndpoint(running.server.url() + "v1/logs")
                            .build());
        }
    }

    private static void spansBecomeCalls(Running running, SpanExporter exporter) throws Exception {
        Span call;
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(SERVICE)
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build()) {
            call = provider.get("test")
                    .spanBuilder("GET /v1/orders/{id}")
                    .setSpanKind(SpanKind.SERVER)
                    .setAttribute("http.request.method", "GET")
                    .setAttribute("url.path", "/v1/orders/1001")
                    .setAttribute("url.query", "expand=items")
                    .setAttribute("http.response.status_code", 200L)
                    .setAttribute("http.route", "/v1/orders/{id}")
                    .setAttribute("server.address", "api.shop.example")
                    .setAttribute("client.address", "203.0.113.7")
                    .setAttribute("user_agent.original", "curl/8.9.1")
                    .setAttribute(AUTHORIZATION, List.of("Bearer geheim-7431"))
                    .startSpan();
            provider.get("test")
                    .spanBuilder("SELECT")
                    .setSpanKind(SpanKind.CLIENT)
                    .startSpan()
                    .end();
            call.end();
            assertThat(provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }
        JsonNode first = running.eventually(
                        "/api/v1/calls", page -> page.path("items").size() == 1)
                .at("/items/0");
        assertThat(first.path("call_id").asString())
                .isEqualTo(call.getSpanContext().getTraceId() + "-"
                        + call.getSpanContext().getSpanId());
        assertThat(first.path("endpoint").asString()).contains("/v1/orders/{");
        assertThat(first.path("host").asString()).isEqualTo("api.shop.example");
        assertThat(first.path("client_ip").asString()).isEqualTo("203.0.113.7");
        assertThat(first.path("status").asInt()).isEqualTo(200);
        assertThat(first.path("credential").asString()).isNotEmpty().doesNotContain("geheim");
        assertThat(running.json("/api/v1/overview").path("skipped").toString())
                .isEqualTo("[{\"reason\":\"client span\",\"count\":1}]");
    }

    private static void logsBecomeCalls(Running running, LogRecordExporter exporter) throws Exception {
        try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
                .setResource(SERVICE)
                .addLogRecordProcessor(BatchLogRecordProcessor.builder(exporter).build())
                .build()) {
            provider.get("access")
                    .logRecordBuilder()
                    .setTimestamp(Instant.now())
                    .setAttribute(AttributeKey.stringKey("http.request.method"), "DELETE")
                    .setAttribute(AttributeKey.stringKey("url.path"), "/v1/orders/1001")
                    .setAttribute(AttributeKey.longKey("http.response.status_code"), 204L)
                    .emit();
            provider.get("app")
                    .logRecordBuilder()
                    .setSeverity(Severity.INFO)
                    .setBody("started")
                    .emit();
            assertThat(provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }
        JsonNode first = running.eventually(
                        "/api/v1/calls", page -> page.path("items").size() == 1)
                .at("/items/0");
        assertThat(first.path("method").asString()).isEqualTo("DELETE");
        assertThat(first.path("host").asString()).isEqualTo("orders");
    }
}
