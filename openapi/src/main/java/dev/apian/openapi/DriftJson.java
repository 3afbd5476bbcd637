// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A drift as JSON, the same for the command and for the HTTP API: `kind`, where, what it `says`, and its numbers.
public final class DriftJson {

    private DriftJson() {}

    public static ArrayNode of(List<Drift> drifts) {
        ArrayNode out = ApiExport.JSON.createArrayNode();
        drifts.forEach(drift -> out.add(of(drift)));
        return out;
    }

    public static ObjectNode of(Drift drift) {
        ObjectNode out = ApiExport.JSON.createObjectNode();
        out.put("kind", drift.kind());
        out.put("document", drift.place().document());
        out.put("endpoint", drift.place().toString());
        out.put("method", drift.place().method());
        out.put("host", drift.place().host());
        out.put("template", drift.place().template());
        out.put("says", drift.says());
        putNumbers(out, drift);
        return out;
    }

    private static void putNumbers(ObjectNode out, Drift drift) {
        switch (drift) {
            case Drift.Shadow shadow ->
                out.put("count", shadow.served()).put("of", shadow.calls()).put("last", shadow.last());
            case Drift.Zombie zombie ->
                out.put("count", zombie.calls()).put("of", zombie.calls()).put("last", zombie.last());
            case Drift.Unused _ -> out.put("count", 0);
            case Drift.UndocumentedParameter parameter ->
                out.put("name", parameter.name())
                        .put("count", parameter.calls())
                        .put("of", parameter.of());
            case Drift.UndocumentedStatus status ->
                out.put("name", String.valueOf(status.status()))
                        .put("count", status.calls())
                        .put("of", status.of());
            case Drift.UndocumentedKey key -> putBodies(out, key.direction(), key.path(), key.bodies(), key.of());
            case Drift.WrongType type -> putBodies(out, type.direction(), type.path(), type.bodies(), type.of());
            case Drift.AbsentKey key -> putBodies(out, key.direction(), key.path(), key.bodies(), key.of());
        }
    }

    private static void putBodies(ObjectNode out, Drift.Direction direction, String path, long bodies, long of) {
        out.put("direction", direction.word());
        out.put("name", path).put("count", bodies).put("of", of);
    }
}
