// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A drift as JSON, the same for the command and for the HTTP API: `kind`, where, what it `says`, and its numbers. What
/// a kind does not have is null.
public final class DriftJson {

    private DriftJson() {}

    public static ArrayNode of(List<Drift> drifts) {
        ArrayNode out = ApiExport.JSON.createArrayNode();
        drifts.forEach(drift -> out.add(of(drift)));
        return out;
    }

    public static ObjectNode of(Drift drift) {
        Drift.Place place = drift.place();
        ObjectNode out = ApiExport.JSON.createObjectNode();
        out.put("kind", drift.kind());
        out.put("document", place.document());
        out.put("endpoint", place.toString());
        out.put("method", place.method());
        out.put("host", place.host().isEmpty() ? null : place.host());
        out.put("template", place.template());
        out.put("says", drift.says());
        switch (drift) {
            case Drift.Shadow shadow -> put(out, null, null, shadow.served(), shadow.calls());
            case Drift.Zombie zombie -> put(out, null, null, zombie.calls(), zombie.calls());
            case Drift.Unused _ -> put(out, null, null, 0, 0);
            case Drift.UndocumentedParameter it -> put(out, null, it.name(), it.calls(), it.of());
            case Drift.UndocumentedStatus it -> put(out, null, String.valueOf(it.status()), it.calls(), it.of());
            case Drift.UndocumentedKey key -> put(out, key.direction(), key.path(), key.bodies(), key.of());
            case Drift.WrongType type -> put(out, type.direction(), type.path(), type.bodies(), type.of());
            case Drift.AbsentKey key -> put(out, key.direction(), key.path(), key.bodies(), key.of());
        }
        return out.put("last", last(drift));
    }

    private static void put(
            ObjectNode out, Drift.@Nullable Direction direction, @Nullable String name, long count, long of) {
        out.put("direction", direction == null ? null : direction.word());
        out.put("name", name).put("count", count).put("of", of);
    }

    private static @Nullable String last(Drift drift) {
        return switch (drift) {
            case Drift.Shadow shadow -> time(shadow.last());
            case Drift.Zombie zombie -> time(zombie.last());
            case Drift.Unused _,
                    Drift.UndocumentedParameter _,
                    Drift.UndocumentedStatus _,
                    Drift.UndocumentedKey _,
                    Drift.WrongType _,
                    Drift.AbsentKey _ -> null;
        };
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
