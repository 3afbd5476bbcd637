// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.google.protobuf.ByteString;
import com.linecorp.armeria.client.grpc.GrpcClients;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc.TraceServiceBlockingStub;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Instant;
import java.util.List;

/// Messages of OpenTelemetry as its senders make them.
final class Telemetry {

    private Telemetry() {}

    static TraceServiceBlockingStub traces(Running running) {
        return GrpcClients.newClient(
                "gproto+http://127.0.0.1:" + running.server.port(), TraceServiceBlockingStub.class);
    }

    static Span.Builder call(String path, int status) {
        long now = nanos(Instant.now());
        return Span.newBuilder()
                .setKind(SpanKind.SPAN_KIND_SERVER)
                .setTraceId(ByteString.fromHex("5b8efff798038103d269b633813fc60c"))
                .setSpanId(ByteString.fromHex("eee19b7ec3c1b174"))
                .setStartTimeUnixNano(now - 25_000_000)
                .setEndTimeUnixNano(now)
                .addAttributes(text("http.request.method", "GET"))
                .addAttributes(text("url.path", path))
                .addAttributes(number("http.response.status_code", status))
                .addAttributes(text("client.address", "203.0.113.7"));
    }

    static Span.Builder span(SpanKind kind) {
        return Span.newBuilder().setKind(kind).setStartTimeUnixNano(nanos(Instant.now()));
    }

    static ExportTraceServiceRequest export(Span.Builder... spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (Span.Builder span : spans) {
            scope.addSpans(span);
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder().setResource(resource()).addScopeSpans(scope))
                .build();
    }

    static ExportLogsServiceRequest export(LogRecord.Builder... logs) {
        ScopeLogs.Builder scope = ScopeLogs.newBuilder();
        for (LogRecord.Builder log : logs) {
            scope.addLogRecords(log);
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(
                        ResourceLogs.newBuilder().setResource(resource()).addScopeLogs(scope))
                .build();
    }

    static KeyValue text(String key, String value) {
        return pair(key, AnyValue.newBuilder().setStringValue(value));
    }

    static KeyValue number(String key, long value) {
        return pair(key, AnyValue.newBuilder().setIntValue(value));
    }

    static KeyValue texts(String key, String... values) {
        var array = io.opentelemetry.proto.common.v1.ArrayValue.newBuilder();
        List.of(values).forEach(value -> array.addValues(AnyValue.newBuilder().setStringValue(value)));
        return pair(key, AnyValue.newBuilder().setArrayValue(array));
    }

    static AnyValue map(KeyValue... members) {
        var list = io.opentelemetry.proto.common.v1.KeyValueList.newBuilder().addAllValues(List.of(members));
        return AnyValue.newBuilder().setKvlistValue(list).build();
    }

    static KeyValue pair(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000 + at.getNano();
    }

    private static Resource resource() {
        return Resource.newBuilder()
                .addAttributes(text("service.name", "orders"))
                .build();
    }
}
