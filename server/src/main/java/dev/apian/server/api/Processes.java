// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What usually follows what for the things of a type: a map of endpoints.
final class Processes {

    private static final int EDGES_MAX = 500;

    private static final String EDGES = """
            SELECT from_endpoint AS "from", to_endpoint AS "to", entities, times, median_seconds, p90_seconds
            FROM processes WHERE entity_type = ?
            ORDER BY times DESC, "from" NULLS FIRST, "to" NULLS LAST LIMIT ?
            """;

    /// The id of an endpoint that only one host has.
    private static final String IDS = "SELECT endpoint, min(" + EndpointId.sql("e") + """
            ) AS id FROM (SELECT DISTINCT endpoint, host FROM accesses WHERE entity_type = ?) e
            WHERE endpoint IS NOT NULL GROUP BY endpoint HAVING count(*) = 1
            """;

    private final Archive archive;

    Processes(Archive archive) {
        this.archive = archive;
    }

    ObjectNode of(Parameters asked) throws IOException {
        asked.allowOnly();
        String type = asked.path("type");
        Counted counted = archive.counted();
        List<ObjectNode> edges = counted.rows(Sql.of(EDGES, type, EDGES_MAX + 1));
        if (edges.isEmpty()) {
            throw Problem.notFound(
                    "No process",
                    "No served call names a thing of type %s; GET /api/v1/entity-types lists those there are."
                            .formatted(type));
        }
        boolean isCut = edges.size() > EDGES_MAX;
        List<ObjectNode> shown = isCut ? edges.subList(0, EDGES_MAX) : edges;
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("type", type);
        answer.put("entities", begun(shown));
        answer.putArray("nodes").addAll(nodes(counted, type, shown));
        answer.putArray("edges").addAll(shown);
        return counted.tell(answer.put("cut", isCut));
    }

    /// Every entity begins once.
    private static long begun(List<ObjectNode> edges) {
        return edges.stream()
                .filter(edge -> edge.path("from").isNull())
                .mapToLong(edge -> edge.path("times").asLong())
                .sum();
    }

    private static List<ObjectNode> nodes(Counted counted, String type, List<ObjectNode> edges) throws IOException {
        Map<String, ObjectNode> nodes = new TreeMap<>();
        for (ObjectNode edge : edges) {
            long times = edge.path("times").asLong();
            JsonNode from = edge.path("from");
            JsonNode to = edge.path("to");
            if (to.isNull()) {
                count(nodes, from.asString(), "ends", times);
            } else {
                count(nodes, to.asString(), "times", times);
                count(nodes, to.asString(), "begins", from.isNull() ? times : 0);
            }
        }
        for (ObjectNode known :
                counted.rows(Sql.of(counted.isSummary() ? IDS.replace("FROM accesses", "FROM deeds") : IDS, type))) {
            ObjectNode node = nodes.get(known.path("endpoint").asString());
            if (node != null) {
                node.set("endpoint_id", known.path("id"));
            }
        }
        return List.copyOf(nodes.values());
    }

    private static void count(Map<String, ObjectNode> nodes, String endpoint, String what, long times) {
        ObjectNode node = nodes.computeIfAbsent(
                endpoint,
                name -> JsonNodeFactory.instance
                        .objectNode()
                        .put("endpoint", name)
                        .putNull("endpoint_id")
                        .put("times", 0)
                        .put("begins", 0)
                        .put("ends", 0));
        node.put(what, node.path(what).asLong() + times);
    }
}
