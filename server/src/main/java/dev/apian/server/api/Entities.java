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

    private static final String COLUMNS =
            "e.\"type\", e.id, e.first_seen, e.last_seen, e.owner, e.actors, e.calls, e.shared, e.unexplained";

    private static final String[] SORTS = {"calls", "actors", "last_seen", "first_seen", "unexplained"};

    private static final String TYPES = """
            SELECT type, count(DISTINCT id) AS n
            FROM (SELECT unnest(entities, recursive := true) FROM calls)
            GROUP BY type ORDER BY n DESC, type LIMIT 200
            """;

    private static final String SUMMED_TYPES =
            "SELECT \"type\" FROM entity_types ORDER BY entities DESC, \"type\" LIMIT 200";

    private static final int CALLS_MAX = 50;

    private final Archive archive;
    private final Naming naming;
    private final Touched touched;

    Entities(Archive archive) {
        this.archive = archive;
        this.naming = new Naming(archive);
        this.touched = new Touched(archive, CALLS_MAX);
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("type", "q", "sort", "limit", "cursor");
        String type = asked.text("type");
        String part = asked.text("q", 200);
        String sort = asked.choice("sort", SORTS);
        Page page = Page.of(asked, type, part, sort);
        Counted counted = archive.counted();
        boolean whole = part != null && isId(counted, type, part);
        // The page first, then the names of its few owners.
        Sql sql = selecting(COLUMNS, type, part, whole).add("ORDER BY e.%s DESC, e.\"type\", e.id".formatted(sort));
        ObjectNode answer = page.of(counted, sql);
        Naming.refer(counted, answer.path("items").values(), "owner");
        answer.set(
                "total",
                page.total(
                        answer,
                        () -> counted.row(selecting("count(*) AS n", type, part, whole))
                                .path("n")));
        var types = answer.putArray("types");
        counted.rows(Sql.of(counted.isSummary() ? SUMMED_TYPES : TYPES)).forEach(row -> types.add(row.path("type")));
        return counted.tell(answer);
    }

    /// Who pastes an id wants what has it, and not millions of ids searched for a part that they may hold too.
    private static boolean isId(Counted counted, @Nullable String type, String part) throws IOException {
        return !counted.rows(selecting("1 AS n", type, part, true).add("LIMIT 1"))
                .isEmpty();
    }

    /// @param whole whether it is an id, or a part of some
    private static Sql selecting(String columns, @Nullable String type, @Nullable String part, boolean whole) {
        Sql sql = Sql.of("SELECT " + columns + " FROM entities e").whereIfGiven("e.\"type\" = ?", type);
        return whole ? sql.whereIfGiven("e.id = ?", part) : sql.whereContains(part, "e.id");
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        String type = asked.path("type");
        String id = asked.path("id");
        Counted counted = archive.counted();
        List<ObjectNode> found = counted.rows(Sql.of("SELECT " + COLUMNS + " FROM entities e")
                .where("e.\"type\" = ?", type)
                .where("e.id = ?", id));
        if (found.isEmpty() && counted.isSummary()) {
            return new Counted(archive, null).tell(fromTheLake(type, id));
        }
        if (found.isEmpty()) {
            throw unknown(type, id);
        }
        ObjectNode entity = found.getFirst();
        Naming.refer(counted, List.of(entity), "owner");
        if (counted.isSummary()) {
            touched.addTo(entity, counted, type, id);
        } else {
            addCalls(entity, type, id);
        }
        return counted.tell(entity);
    }

    /// One that is newer than the summaries.
    private ObjectNode fromTheLake(String type, String id) throws IOException {
        List<ObjectNode> found = archive.rows(Sql.of("SELECT " + COLUMNS + " FROM entities e")
                .where("e.\"type\" = ?", type)
                .where("e.id = ?", id));
        if (found.isEmpty()) {
            throw unknown(type, id);
        }
        Naming.refer(archive, found, "owner");
        addCalls(found.getFirst(), type, id);
        return found.getFirst();
    }

    private void addCalls(ObjectNode entity, String type, String id) throws IOException {
        entity.setAll(History.of(archive, type, id));
        entity.putArray("callers").addAll(archive.rows(Callers.of(calls -> calls.where(NAMES, type, id))));
        entity.putArray("recent_calls")
                .addAll(naming.name(archive.rows(Calls.selecting()
                        .where(NAMES, type, id)
                        .add("ORDER BY c.time DESC, c.call_id DESC LIMIT ?", CALLS_MAX))));
    }

    private static Problem unknown(String type, String id) {
        return Problem.notFound(
                "No such entity",
                "There is no %s with the id %s; GET /api/v1/entities lists those there are.".formatted(type, id));
    }
}
