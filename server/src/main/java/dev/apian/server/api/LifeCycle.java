// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which endpoints create, list, read, change and delete the things of each type, told from calls that were served.
///
/// An endpoint is about the thing that it names first; it merely names the others. Where calls were not judged, one
/// that answers 201 creates a thing unless its path has the thing's id. Lists name nothing, so what is taken for one is
/// a
/// `GET` on the path above a read.
final class LifeCycle {

    private static final List<String> PHASES = List.of("creates", "lists", "reads", "changes", "deletes", "names");
    private static final int ENDPOINTS_MAX = 50;

    private static final String PHASE = "SELECT entity_type, endpoint, host, " + EndpointId.sql("o") + """
             AS endpoint_id, calls,
                   CASE WHEN 2 * about < calls THEN 'names' WHEN 2 * creations >= calls THEN 'creates'
                        WHEN method IN ('GET', 'HEAD', 'OPTIONS') THEN 'reads' WHEN method = 'DELETE' THEN 'deletes'
                        ELSE 'changes' END AS phase
            FROM (%s) o
            ORDER BY calls DESC, endpoint, host
            """;

    private static final String OPERATIONS = PHASE.formatted("""
            SELECT entity_type, endpoint, host, min(method) AS method, count(*) AS calls,
                   count(*) FILTER (WHERE place = 1) AS about,
                   count(*) FILTER (WHERE place = 1 AND method IN ('POST', 'PUT')
                       AND (how = 'created' OR (how IS NULL AND status = 201
                                                AND NOT contains(endpoint, '{' || entity_type)))) AS creations
            FROM accesses WHERE NOT is_repeat AND status BETWEEN 200 AND 299 AND endpoint IS NOT NULL
            GROUP BY entity_type, endpoint, host
            """);

    private static final String SUMMED = PHASE.formatted("""
            SELECT "type" AS entity_type, endpoint, host, method, served AS calls, about, creations
            FROM endpoint_types WHERE served > 0
            """);

    private static final String GETS = "SELECT endpoint, host, " + EndpointId.sql("c") + """
             AS endpoint_id, count(*) AS calls
            FROM calls c WHERE method = 'GET' AND status BETWEEN 200 AND 299 AND endpoint IS NOT NULL
            GROUP BY endpoint, host
            """;

    private static final String SUMMED_GETS = "SELECT endpoint, host, " + EndpointId.sql("c") + """
             AS endpoint_id, CAST(sum(calls) AS BIGINT) AS calls
            FROM hours c WHERE starts_with(endpoint, 'GET ') AND status BETWEEN 200 AND 299
            GROUP BY endpoint, host
            """;

    private final Map<String, Map<String, List<ObjectNode>>> byTypeAndPhase = new HashMap<>();

    private LifeCycle() {}

    static LifeCycle of(Counted counted) throws IOException {
        LifeCycle found = new LifeCycle();
        List<ObjectNode> operations = counted.rows(Sql.of(counted.isSummary() ? SUMMED : OPERATIONS));
        operations.forEach(operation -> found.add(
                operation.remove("entity_type").asString(),
                operation.remove("phase").asString(),
                operation));
        Map<String, ObjectNode> gets = new HashMap<>();
        counted.rows(Sql.of(counted.isSummary() ? SUMMED_GETS : GETS))
                .forEach(get -> gets.put(get.path("endpoint_id").asString(), get));
        found.addLists(gets);
        return found;
    }

    /// The endpoints of each phase, the most called first.
    ObjectNode of(String type) {
        ObjectNode phases = JsonNodeFactory.instance.objectNode();
        for (String phase : PHASES) {
            List<ObjectNode> endpoints =
                    byTypeAndPhase.getOrDefault(type, Map.of()).getOrDefault(phase, List.of());
            phases.putArray(phase).addAll(endpoints.subList(0, Math.min(endpoints.size(), ENDPOINTS_MAX)));
        }
        return phases;
    }

    private void add(String type, String phase, ObjectNode endpoint) {
        byTypeAndPhase
                .computeIfAbsent(type, any -> new HashMap<>())
                .computeIfAbsent(phase, any -> new ArrayList<>())
                .add(endpoint);
    }

    private void addLists(Map<String, ObjectNode> gets) {
        byTypeAndPhase.forEach((type, phases) -> {
            Set<String> above = new TreeSet<>();
            for (ObjectNode read : phases.getOrDefault("reads", List.of())) {
                above.addAll(above(read));
            }
            above.stream()
                    .filter(gets::containsKey)
                    .forEach(id -> phases.computeIfAbsent("lists", any -> new ArrayList<>())
                            .add(gets.get(id)));
        });
    }

    /// The id of the endpoint one part higher, if the path of a read ends in the id of what is read.
    private static List<String> above(ObjectNode read) {
        String endpoint = read.path("endpoint").asString();
        int slash = endpoint.lastIndexOf('/');
        if (!endpoint.startsWith("GET ") || !endpoint.endsWith("}") || slash <= endpoint.indexOf('/')) {
            return List.of();
        }
        String host = read.path("host").isNull() ? null : read.path("host").asString();
        return List.of(new EndpointId(endpoint.substring(0, slash), host).text());
    }
}
