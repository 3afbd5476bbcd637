// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
