// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// Writes one actor's calls as the API shows them, field after field: as a tree first, thousands of them take
/// longer to write than to read from the lake.
final class CallJson {

    private static final JsonMapper JSON = new JsonMapper();

    private final UnaryOperator<String> names;
    private final Map<String, String> former;
    private final Map<EndpointId, String> ids = new HashMap<>();

    /// @param former the endpoint that each former one is part of by now
    CallJson(String actorName, Map<String, String> former) {
        this(actor -> actorName, former);
    }

    /// @param names of actors by their ids
    CallJson(UnaryOperator<String> names, Map<String, String> former) {
        this.names = names;
        this.former = former;
    }

    static Instant timeOf(CallRow call) {
        return Instant.EPOCH.plus(call.timeMicros(), ChronoUnit.MICROS);
    }

    static @Nullable String endpointOf(CallRow call, Map<String, String> former) {
        String now = call.endpointId() == null ? null : former.get(call.endpointId());
        return now == null ? call.endpoint() : now;
    }

    /// A list of calls.
    RawValue list(List<CallRow> calls) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartArray();
            calls.forEach(call -> write(call, out));
            out.writeEndArray();
        }
        return new RawValue(text.toString());
    }

    private void write(CallRow call, JsonGenerator out) {
        String endpoint = endpointOf(call, former);
        out.writeStartObject();
        out.writeStringProperty("time", timeOf(call).toString());
        text("call_id", call.callId(), out);
        text("host", call.host(), out);
        text("method", call.method(), out);
        text("path", call.path(), out);
        text("endpoint", endpoint == null ? unlisted(call) : endpoint, out);
        text("endpoint_id", endpoint == null ? null : id(new EndpointId(endpoint, call.host())), out);
        number("status", call.status(), CallRow.STATUS_UNKNOWN, out);
        text("actor", call.actor(), out);
        out.writeStringProperty("actor_name", call.actor() == null ? Calls.NOBODY : names.apply(call.actor()));
        out.writeStringProperty("actor_kind", call.actorKind() == null ? Calls.UNRESOLVED : call.actorKind());
        text("credential", call.credential(), out);
        text("client_ip", call.clientIp(), out);
        text("country", call.country(), out);
        text("asn", call.asn() == CallRow.ASN_UNKNOWN ? null : "AS" + call.asn(), out);
        text("user_agent", call.userAgent(), out);
        text("device", call.device(), out);
        entities(call, out);
        number("request_bytes", call.requestBytes(), CallRow.BYTES_UNKNOWN, out);
        number("response_bytes", call.responseBytes(), CallRow.BYTES_UNKNOWN, out);
        if (Double.isNaN(call.durationMs())) {
            out.writeNullProperty("duration_ms");
        } else {
            out.writeNumberProperty("duration_ms", call.durationMs());
        }
        out.writeEndObject();
    }

    private String id(EndpointId endpoint) {
        return ids.computeIfAbsent(endpoint, EndpointId::text);
    }

    private static @Nullable String unlisted(CallRow call) {
        return call.method() == null || call.path() == null ? null : call.method() + " " + call.path();
    }

    private static void entities(CallRow call, JsonGenerator out) {
        out.writeArrayPropertyStart("entities");
        for (CallRow.Entity entity : call.entities()) {
            out.writeStartObject();
            out.writeStringProperty("type", entity.type());
            out.writeStringProperty("id", entity.id());
            text("how", entity.how(), out);
            text("whose", entity.whose(), out);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void text(String name, @Nullable String value, JsonGenerator out) {
        if (value == null) {
            out.writeNullProperty(name);
        } else {
            out.writeStringProperty(name, value);
        }
    }

    private static void number(String name, long value, long unknown, JsonGenerator out) {
        if (value == unknown) {
            out.writeNullProperty(name);
        } else {
            out.writeNumberProperty(name, value);
        }
    }
}
