// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts actors as other answers refer to them in the place of their ids, for the few rows of a page: a join of all rows
/// with all actors would take seconds where there are millions.
final class References {

    private References() {}

    /// @param member with an actor's id, null for none
    static void put(Asking asking, Collection<? extends JsonNode> rows, String member) throws IOException {
        Set<String> ids = new TreeSet<>();
        rows.forEach(row -> {
            if (row.path(member).isString()) {
                ids.add(row.path(member).asString());
            }
        });
        Map<String, ObjectNode> named = new HashMap<>();
        if (!ids.isEmpty()) {
            asking.rows(Sql.of("SELECT s.actor AS id, s.name, coalesce(s.kind, 'anonymous') AS kind")
                            .add("FROM stored_actors s")
                            .where("s.actor IN (SELECT unnest(?::VARCHAR[]))", ids))
                    .forEach(row -> named.put(row.path("id").asString(), row));
        }
        for (JsonNode row : rows) {
            JsonNode id = row.path(member);
            ((ObjectNode) row)
                    .set(
                            member,
                            id.isString()
                                    ? named.getOrDefault(id.asString(), unknown(id.asString()))
                                    : NullNode.instance);
        }
    }

    private static ObjectNode unknown(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", id)
                .put("kind", "anonymous");
    }
}
