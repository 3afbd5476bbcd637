// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.api.EndpointCorrections.Entry;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.endpoint.Correction.Rename;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A correction as JSON and back, the same in answers and in the file. What does not apply is null.
final class CorrectionJson {

    private CorrectionJson() {}

    static ObjectNode of(Entry entry) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", entry.id());
        switch (entry.correction()) {
            case Pin pin -> put(out, "pin", pin.method(), "", pin.document());
            case Reject _ -> put(out, "reject", "", "", "");
            case Rename rename -> put(out, "rename", "", rename.name(), "");
        }
        out.put("host", nullIfEmpty(entry.correction().host()));
        out.put("template", entry.correction().template());
        out.put("by", nullIfEmpty(entry.by()));
        return out.put("at", entry.at().toString());
    }

    static Entry read(JsonNode in) {
        String host = in.path("host").asString("");
        String template = in.path("template").asString();
        String kind = in.path("kind").asString();
        Correction correction = switch (kind) {
            case "pin" ->
                new Pin(
                        in.path("method").asString(""),
                        host,
                        template,
                        in.path("document").asString(""));
            case "reject" -> new Reject(host, template);
            case "rename" -> new Rename(host, template, in.path("name").asString());
            default -> throw new IllegalArgumentException("there is no kind of correction called " + kind);
        };
        return new Entry(
                in.path("id").asString(),
                correction,
                in.path("by").asString(""),
                Instant.parse(in.path("at").asString()));
    }

    private static void put(ObjectNode out, String kind, String method, String name, String document) {
        out.put("kind", kind).put("method", nullIfEmpty(method)).put("name", nullIfEmpty(name));
        out.put("document", nullIfEmpty(document));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
