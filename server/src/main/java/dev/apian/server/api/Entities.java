// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Which business things are touched.
final class Entities {

    /// A condition on calls `c`: they name the entity of a type and an id.
    static final String NAMES =
            "list_bool_or(list_transform(c.entities, lambda e: e.type = ?::VARCHAR AND e.id = ?::VARCHAR))";

    private static final int CALLS_MAX = 50;

    private final Archive archive;

    Entities(Archive archive) {
        this.archive = archive;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("type", "q", "limit", "cursor");
        String type = asked.text("type");
        String part = asked.text("q", 200);
        Page page = Page.of(asked, type, part);
        // The page first, then the names of its few owners.
        Sql sql = Sql.of("SELECT * FROM entities e")
                .whereIfGiven("e.\"type\" = ?", type)
                .whereContains(part, "e.id")
                .add("ORDER BY e.calls DESC, e.\"type\", e.id");
        ObjectNode answer = page.of(archive, sql);
        for (var item : answer.path("items")) {
            nameOwner((ObjectNode) item);
        }
        var types = answer.putArray("types");
        archive.rows(Sql.of("""
                        SELECT type, count(DISTINCT id) AS n
                        FROM (SELECT unnest(entities, recursive := true) FROM calls)
                        GROUP BY type ORDER BY n DESC, type LIMIT 200
                        """)).forEach(row -> types.add(row.path("type")));
        return answer;
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        String type = asked.path("type");
        String id = asked.path("id");
        List<ObjectNode> found = archive.rows(
                Sql.of("SELECT * FROM entities e").where("e.\"type\" = ?", type).where("e.id = ?", id));
        if (found.isEmpty()) {
            throw Problem.notFound(
                    "No such entity",
                    "There is no %s with the id %s; GET /api/v1/entities lists those there are.".formatted(type, id));
        }
        ObjectNode entity = found.getFirst();
        nameOwner(entity);
        entity.setAll(History.of(archive, type, id));
        entity.putArray("callers").addAll(archive.rows(Callers.of(calls -> calls.where(NAMES, type, id))));
        entity.putArray("recent_calls")
                .addAll(archive.rows(Calls.selecting()
                        .where(NAMES, type, id)
                        .add("ORDER BY c.time DESC, c.call_id DESC LIMIT ?", CALLS_MAX)));
        return entity;
    }

    private void nameOwner(ObjectNode entity) throws IOException {
        @Nullable
        String owner = entity.path("owner").isString() ? entity.path("owner").asString() : null;
        if (owner == null) {
            entity.putNull("owner");
            return;
        }
        List<ObjectNode> named = archive.rows(Sql.of("SELECT s.actor AS id, s.name, s.kind FROM stored_actors s")
                .where("s.actor = ?", owner));
        entity.set(
                "owner",
                named.isEmpty()
                        ? entity.objectNode()
                                .put("id", owner)
                                .put("name", owner)
                                .put("kind", "anonymous")
                        : named.getFirst());
    }
}
