// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.util.Random;

/// Server spans as the OpenTelemetry Java agent makes them, with one captured header: 17 attributes each, of a few
/// thousand clients.
final class Spans {

    private static final int CLIENTS = 5_000;
    private static final int ORDERS = 200_000;

    private final Random chance;
    private long made;

    Spans(long seed) {
        this.chance = new Random(seed);
    }

    ExportTraceServiceRequest batch(int size, long nanos) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (int i = 0; i < size; i++) {
            scope.addSpans(span(nanos + i * 1_000L));
        }
        Resource.Builder service = Resource.newBuilder()
                .addAttributes(text("service.name", "orders"))
                .addAttributes(text("telemetry.sdk.language", "java"))
                .addAttributes(text("host.name", "orders-7d9c6b8f4-x2x7q"));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder().setResource(service).addScopeSpans(scope))
                .build();
    }

    private Span span(long start) {
        int client = chance.nextInt(CLIENTS);
        long id = ++made;
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(ByteBuffer.allocate(16)
                        .putLong(chance.nextLong())
                        .putLong(id)
                        .flip()))
                .setSpanId(
                        ByteString.copyFrom(ByteBuffer.allocate(8).putLong(id).flip()))
                .setName("GET /v1/orders/{id}")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + 3_000_000 + chance.nextInt(9_000_000))
                .addAttributes(text("http.request.method", "GET"))
                .addAttributes(text("url.scheme", "https"))
                .addAttributes(text("url.path", "/v1/orders/" + chance.nextInt(ORDERS)))
                .addAttributes(text("url.query", "expand=items&page=" + chance.nextInt(9)))
                .addAttributes(text("http.route", "/v1/orders/{id}"))
                .addAttributes(number("http.response.status_code", 200))
                .addAttributes(text("server.address", "api.shop.example"))
                .addAttributes(number("server.port", 443))
                .addAttributes(text("client.address", "81." + client / 250 + ".7." + client % 250))
                .addAttributes(text("network.peer.address", "10.1.2.3"))
                .addAttributes(number("network.peer.port", 40_000 + chance.nextInt(9_999)))
                .addAttributes(text("network.protocol.version", "1.1"))
                .addAttributes(text("user_agent.original", "okhttp/4." + client % 40))
                .addAttributes(text("thread.name", "http-nio-8080-exec-" + chance.nextInt(200)))
                .addAttributes(number("thread.id", chance.nextInt(200)))
                .addAttributes(number("http.response.body.size", chance.nextInt(9_000)))
                .addAttributes(header("authorization", "Bearer " + "%040d".formatted(client)))
                .build();
    }

    private static KeyValue header(String name, String value) {
        ArrayValue values = ArrayValue.newBuilder()
                .addValues(AnyValue.newBuilder().setStringValue(value))
                .build();
        return pair("http.request.header." + name, AnyValue.newBuilder().setArrayValue(values));
    }

    private static KeyValue text(String key, String value) {
        return pair(key, AnyValue.newBuilder().setStringValue(value));
    }

    private static KeyValue number(String key, long value) {
        return pair(key, AnyValue.newBuilder().setIntValue(value));
    }

    private static KeyValue pair(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}
