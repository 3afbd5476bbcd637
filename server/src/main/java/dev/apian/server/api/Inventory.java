// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The inventory in numbers: how many endpoints there are of each kind, by every word that its list can be filtered
/// by.
final class Inventory {

    private static final int WORDS_MAX = 200;

    private static final List<String> SINGLE = List.of("posture", "state", "sensitivity", "method", "host");

    /// Each filter with a list of words.
    private static final String SEVERAL = """
             UNION ALL SELECT 'label' AS facet, unnest(labels) AS word FROM e
             UNION ALL SELECT 'data' AS facet, unnest(data) AS word FROM e
            """;

    private final Archive archive;

    Inventory(Archive archive) {
        this.archive = archive;
    }

    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("endpoints", 0L);
        SINGLE.forEach(answer::putArray);
        List.of("label", "data", "level").forEach(answer::putArray);
        Counted counted = archive.counted();
        counted.tell(answer);
        for (ObjectNode row : counted.rows(counting(Horizon.of(counted)))) {
            String facet = row.path("facet").asString();
            if (facet.equals("all")) {
                answer.put("endpoints", row.path("endpoints").asLong());
            } else if (answer.withArray(facet).size() < WORDS_MAX) {
                row.remove("facet");
                answer.withArray(facet).add(row);
            }
        }
        return answer;
    }

    private static Sql counting(Horizon horizon) {
        Sql sql = Sql.of("WITH e AS MATERIALIZED (").add(Endpoints.rows(horizon, ""));
        sql.add("), words AS (SELECT 'all' AS facet, '' AS word FROM e");
        SINGLE.forEach(column -> sql.add("UNION ALL SELECT '%1$s' AS facet, %1$s AS word FROM e".formatted(column)));
        for (String level : Exposure.LEVELS) {
            sql.add("UNION ALL SELECT 'level' AS facet, '%s' AS word FROM e WHERE %s"
                    .formatted(level, Exposure.holds("data", level)));
        }
        sql.add(SEVERAL).add(") SELECT facet, word, count(*) AS endpoints FROM words WHERE word IS NOT NULL");
        return sql.add("GROUP BY facet, word ORDER BY endpoints DESC, word");
    }
}
