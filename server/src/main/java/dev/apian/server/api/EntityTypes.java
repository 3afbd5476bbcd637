// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which types of business things there are, what is done with them, and who reaches them.
final class EntityTypes {

    private static final int TYPES_MAX = 200;

    /// So many of a type's things must be one actor's own for the type to count as exclusive.
    private static final double EXCLUSIVE_SHARE_MIN = 0.8;

    /// So many of the judged accesses must be explained by the type or thing being public.
    private static final double PUBLIC_SHARE_MIN = 0.5;

    private static final String TYPES = """
            SELECT entity_type AS "type", count(*) AS entities, CAST(sum(accesses) AS BIGINT) AS accesses,
                   count(*) FILTER (WHERE is_one_actors) / nullif(count(is_one_actors), 0) AS exclusive_share,
                   sum(explained) / nullif(sum(judged), 0) AS explained_share,
                   CAST(sum(judged) - sum(explained) AS BIGINT) AS unexplained,
                   sum(public) / nullif(sum(judged), 0) AS public_share, sum(met) = 0 AS blind
            FROM (SELECT entity_type, entity_id, count(*) AS accesses, count(how) AS judged,
                         count(*) FILTER (WHERE how <> 'unexplained') AS explained,
                         count(*) FILTER (WHERE how = 'public') AS public,
                         count(*) FILTER (WHERE how IN ('created', 'shown')) AS met,
                         min(actor) FILTER (WHERE status BETWEEN 200 AND 299)
                             = max(actor) FILTER (WHERE status BETWEEN 200 AND 299) AS is_one_actors
                  FROM accesses GROUP BY entity_type, entity_id)
            GROUP BY entity_type ORDER BY entities DESC, "type" LIMIT ?
            """;

    private static final String ACTORS =
            "SELECT entity_type, count(DISTINCT actor) AS actors FROM accesses GROUP BY entity_type";

    private final Archive archive;

    EntityTypes(Archive archive) {
        this.archive = archive;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        Counted counted = archive.counted();
        LifeCycle lifeCycle = LifeCycle.of(counted);
        List<ObjectNode> types = types(counted);
        for (ObjectNode type : types) {
            String name = type.path("type").asString();
            type.put("audience", audience(type));
            type.remove("public_share");
            type.set("life_cycle", lifeCycle.of(name));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items").addAll(types);
        return counted.tell(answer);
    }

    private static List<ObjectNode> types(Counted counted) throws IOException {
        if (counted.isSummary()) {
            return counted.rows(
                    Sql.of("SELECT * FROM entity_types ORDER BY entities DESC, \"type\" LIMIT ?", TYPES_MAX));
        }
        Map<String, Long> actors = new HashMap<>();
        counted.rows(Sql.of(ACTORS))
                .forEach(row -> actors.put(
                        row.path("entity_type").asString(), row.path("actors").asLong()));
        List<ObjectNode> types = counted.rows(Sql.of(TYPES, TYPES_MAX));
        types.forEach(
                type -> type.put("actors", actors.getOrDefault(type.path("type").asString(), 0L)));
        return types;
    }

    private static String audience(ObjectNode type) {
        if (type.path("public_share").asDouble(0) >= PUBLIC_SHARE_MIN) {
            return "public";
        }
        if (type.path("exclusive_share").isNull()) {
            return "unknown";
        }
        return type.path("exclusive_share").asDouble() >= EXCLUSIVE_SHARE_MIN ? "exclusive" : "shared";
    }
}
