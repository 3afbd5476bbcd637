// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.openapi.DeclaredKey.Rest;
import dev.apian.openapi.Drift.Direction;
import dev.apian.openapi.Drift.Place;
import dev.apian.stage.call.Body;
import dev.apian.stage.endpoint.Facts.Bodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The bodies of one direction beside what a document declares of them.
record BodyComparison(Place place, Direction direction, DeclaredBody declared) {

    /// @param unlisted names and keys that were not counted: with some, nobody knows whether a key was absent
    List<Drift> drifts(Bodies counted, long unlisted) {
        List<Drift> drifts = new ArrayList<>();
        if (declared.keys().isEmpty() || counted.seen() == 0) {
            return drifts;
        }
        SeenBody seen = SeenBody.of(counted);
        for (String path : seen.paths()) {
            DeclaredKey key = declared.keys().get(path);
            if (key == null) {
                addUndocumented(path, seen, drifts);
            } else {
                addWrongTypes(path, key, seen, drifts);
            }
        }
        if (unlisted == 0) {
            addAbsent(seen, drifts);
        }
        return drifts;
    }

    /// Says something only of the outermost key that is not documented, and only where its object may have no others.
    private void addUndocumented(String path, SeenBody seen, List<Drift> drifts) {
        DeclaredKey around = path.endsWith("[]") ? null : object(DeclaredBody.around(path));
        if (around != null && around.rest() != Rest.ALLOWED) {
            drifts.add(new Drift.UndocumentedKey(
                    place, direction, path, around.rest() == Rest.FORBIDDEN, seen.count(path), seen.bodies()));
        }
    }

    private void addWrongTypes(String path, DeclaredKey key, SeenBody seen, List<Drift> drifts) {
        seen.types(path).forEach((type, bodies) -> {
            if (!key.allows(type)) {
                drifts.add(new Drift.WrongType(place, direction, path, type, key.types(), bodies, seen.bodies()));
            }
        });
    }

    private void addAbsent(SeenBody seen, List<Drift> drifts) {
        for (Map.Entry<String, DeclaredKey> entry : new TreeMap<>(declared.keys()).entrySet()) {
            String path = entry.getKey();
            String around = DeclaredBody.around(path);
            if (!entry.getValue().required() || path.isEmpty() || object(around) == null) {
                continue;
            }
            long objects = seen.objects(around);
            long absent = objects - seen.count(path);
            if (absent > 0) {
                drifts.add(new Drift.AbsentKey(place, direction, path, absent, objects));
            }
        }
    }

    /// What is declared of an object; null if nothing is, or if it should be none.
    private @Nullable DeclaredKey object(String path) {
        DeclaredKey key = declared.keys().get(path);
        return key != null && key.allows(Body.Type.OBJECT) ? key : null;
    }
}
