// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.engine.Corrections.Entry;
import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.endpoint.Correction.Rename;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A correction as JSON. What does not apply is null.
final class CorrectionJson {

    private CorrectionJson() {}

    static ObjectNode of(Entry entry) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", String.valueOf(entry.id()));
        switch (entry.correction()) {
            case Pin pin -> put(out, "pin", pin.method(), "");
            case Reject _ -> put(out, "reject", "", "");
            case Rename rename -> put(out, "rename", "", rename.name());
        }
        out.put("host", nullIfEmpty(entry.correction().host()));
        out.put("template", entry.correction().template());
        out.put("by", nullIfEmpty(entry.who()));
        return out.put("at", entry.at().toString());
    }

    private static void put(ObjectNode out, String kind, String method, String name) {
        out.put("kind", kind).put("method", nullIfEmpty(method)).put("name", nullIfEmpty(name));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
