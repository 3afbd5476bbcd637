// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What actors and endpoints are called now, from the small tables, asked again only when those were written.
final class Naming {

    private static final int NAMES_MAX = 10_000;

    private final Archive archive;
    private final Map<String, String> names = new LinkedHashMap<>();
    private Map<String, String> endpoints = Map.of();
    private String version = "";

    Naming(Archive archive) {
        this.archive = archive;
    }

    /// The endpoint that each former one is part of by now, by the id of the former.
    synchronized Map<String, String> endpointsNow() throws IOException {
        refresh();
        return endpoints;
    }

    /// The name of an actor; its id if nobody knows one.
    synchronized String nameOf(String actor) throws IOException {
        refresh();
        String known = names.get(actor);
        if (known != null) {
            return known;
        }
        List<ObjectNode> rows = archive.rows(Sql.of("SELECT name FROM stored_actors WHERE actor = ?", actor));
        String name = rows.isEmpty() || rows.getFirst().path("name").isNull()
                ? actor
                : rows.getFirst().path("name").asString();
        if (names.size() == NAMES_MAX) {
            names.clear();
        }
        names.put(actor, name);
        return name;
    }

    /// The members `id`, `name` and `kind` of actors that somebody knows, by their ids. Summaries know most at once.
    Map<String, ObjectNode> known(Collection<String> actors) throws IOException {
        Map<String, ObjectNode> found = new HashMap<>();
        Counted counted = archive.counted();
        if (counted.isSummary()) {
            look(counted, actors, found);
        }
        List<String> missing =
                actors.stream().filter(actor -> !found.containsKey(actor)).toList();
        look(archive, missing, found);
        return found;
    }

    private static void look(Asking asking, Collection<String> actors, Map<String, ObjectNode> found)
            throws IOException {
        if (!actors.isEmpty()) {
            asking.rows(Sql.of("SELECT s.actor AS id, s.name, coalesce(s.kind, 'anonymous') AS kind")
                            .add("FROM stored_actors s")
                            .where("s.actor IN (SELECT unnest(?::VARCHAR[]))", actors))
                    .forEach(row -> found.put(row.path("id").asString(), row));
        }
    }

    /// Puts actors as other answers refer to them in the place of their ids, for the few rows of a page: a join of all
    /// rows with all actors would take seconds where there are millions.
    ///
    /// @param member with an actor's id, null for none
    static void refer(Asking asking, Collection<? extends JsonNode> rows, String member) throws IOException {
        Set<String> ids = new TreeSet<>();
        rows.forEach(row -> {
            if (row.path(member).isString()) {
                ids.add(row.path(member).asString());
            }
        });
        Map<String, ObjectNode> named = new HashMap<>();
        look(asking, ids, named);
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

    /// Gives calls that bear the ids of actors as their names the names.
    List<ObjectNode> name(List<ObjectNode> calls) throws IOException {
        Set<String> actors = new TreeSet<>();
        calls.forEach(call -> actors.add(call.path("actor").asString()));
        actors.remove(Calls.UNRESOLVED);
        Map<String, ObjectNode> known = known(actors);
        for (ObjectNode call : calls) {
            ObjectNode actor = known.get(call.path("actor").asString());
            if (actor != null && actor.path("name").isString()) {
                call.set("actor_name", actor.path("name"));
            }
        }
        return calls;
    }

    private void refresh() throws IOException {
        String now = archive.namesVersion();
        if (!now.equals(version)) {
            Map<String, String> fresh = new LinkedHashMap<>();
            for (ObjectNode row : archive.rows(Sql.of("SELECT unnest(former) AS former_id,"
                    + " any_value(endpoint) AS endpoint FROM stored_endpoints GROUP BY former_id"))) {
                fresh.put(row.path("former_id").asString(), row.path("endpoint").asString());
            }
            names.clear();
            endpoints = fresh;
            version = now;
        }
    }
}
