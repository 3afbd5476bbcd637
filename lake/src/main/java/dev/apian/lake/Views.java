// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of the contract as SQL over the stored files. What can be counted from `calls` is, and is
/// stored nowhere.
///
/// @param calls  the files of `calls`
/// @param tables the files of each small table that was ever written
/// @param givenAlerts whether alerts are in the table [#GIVEN_ALERTS] rather than in files
record Views(List<Path> calls, Map<Table, List<Path>> tables, boolean givenAlerts) {

    static final String GIVEN_ALERTS = "given_alerts";

    /// Every call once for each entity it names.
    private static final String ENTITIES = """
            SELECT e.type AS "type", e.id AS id, min(time) AS first_seen, max(time) AS last_seen,
                   arg_min({'creator': CASE WHEN method IN ('POST', 'PUT') AND status = 201 THEN actor END},
                           (time, call_id)) FILTER (WHERE status BETWEEN 200 AND 299).creator AS owner,
                   count(DISTINCT actor) AS actors, count(*) AS calls
            FROM (SELECT time, call_id, method, status, actor, unnest(list_distinct(entities)) AS e FROM calls)
            GROUP BY ALL
            """;

    private static final String ACTORS = """
            SELECT c.actor, coalesce(s.name, c.actor) AS "name", coalesce(s.kind, c.kind) AS kind,
                   c.first_seen, c.last_seen, c.calls, coalesce(s.facets, []) AS facets
            FROM (SELECT actor, arg_max(actor_kind, time) AS kind, min(time) AS first_seen, max(time) AS last_seen,
                         count(*) AS calls
                  FROM calls WHERE actor IS NOT NULL GROUP BY actor) c
            LEFT JOIN stored_actors s ON s.actor = c.actor
            """;

    private static final String ENDPOINTS = """
            SELECT c.endpoint, c.host, coalesce(s.method, c.method) AS method,
                   coalesce(s.template, substr(c.endpoint, instr(c.endpoint, ' ') + 1)) AS template,
                   c.calls, c.actors, c.first_seen, c.last_seen, s.sensitivity, coalesce(s.labels, []) AS labels,
                   s.posture, coalesce(s.data, []) AS data, s.listed
            FROM (SELECT endpoint, host, any_value(method) AS method, count(*) AS calls,
                         count(DISTINCT actor) AS actors, min(time) AS first_seen, max(time) AS last_seen
                  FROM calls WHERE endpoint IS NOT NULL GROUP BY endpoint, host) c
            LEFT JOIN stored_endpoints s ON s.endpoint = c.endpoint AND s.host IS NOT DISTINCT FROM c.host
            """;

    /// The tables that users see, in the order of the contract.
    static final List<String> NAMES = List.of("calls", "actors", "endpoints", "entities", "alerts", "signals");

    static Views of(Manifest calls, Path callFolder, Manifest tables, Path tableFolder, boolean givenAlerts) {
        Map<Table, List<Path>> files = new LinkedHashMap<>();
        for (Table table : Table.values()) {
            files.put(table, Snapshot.current(tables, tableFolder, table));
        }
        return new Views(calls.paths(callFolder), files, givenAlerts);
    }

    /// Statements that make the views, each after those it builds on.
    List<String> statements() {
        return List.of(
                view("stored_endpoints", rows(Table.ENDPOINTS, files(Table.ENDPOINTS))),
                view("calls", storedCalls()),
                view("stored_actors", latestActors(files(Table.ACTORS))),
                view("actors", ACTORS),
                view("endpoints", ENDPOINTS),
                view("entities", ENTITIES),
                view("alerts", givenAlerts ? "SELECT * FROM " + GIVEN_ALERTS : rows(Table.ALERTS, files(Table.ALERTS))),
                view("signals", rows(Table.SIGNALS, files(Table.SIGNALS))));
    }

    /// Calls under the endpoint that theirs is part of by now.
    private String storedCalls() {
        if (calls.isEmpty()) {
            return Table.CALLS.empty();
        }
        String stored = from(Table.CALLS, calls);
        return files(Table.ENDPOINTS).isEmpty() ? stored : """
                SELECT c.* REPLACE (coalesce(f.endpoint, c.endpoint) AS endpoint)
                FROM (%s) c
                LEFT JOIN (SELECT unnest(former) AS former_id, any_value(endpoint) AS endpoint
                           FROM stored_endpoints GROUP BY former_id) f
                ON f.former_id = c.endpoint_id
                """.formatted(stored);
    }

    /// The rows of a small table. Files written before a column was added have nulls there.
    static String rows(Table table, List<Path> files) {
        return files.isEmpty()
                ? table.empty()
                : "SELECT %s FROM (%s UNION ALL BY NAME SELECT * FROM read_parquet(%s, union_by_name = true,"
                                .formatted(Table.columnNames(table), table.empty(), DuckDb.list(files))
                        + " hive_partitioning = false))";
    }

    /// The latest row of each actor; of two at the same time, the one that knows more of it.
    static String latestActors(List<Path> files) {
        return rows(Table.ACTORS, files)
                + " QUALIFY row_number() OVER (PARTITION BY actor"
                + " ORDER BY version DESC NULLS LAST, len(facets) DESC) = 1";
    }

    private List<Path> files(Table table) {
        return tables.getOrDefault(table, List.of());
    }

    private static String from(Table table, List<Path> files) {
        return "SELECT %s FROM read_parquet(%s, hive_partitioning = false)"
                .formatted(Table.columnNames(table), DuckDb.list(files));
    }

    private static String view(String name, String body) {
        return "CREATE OR REPLACE VIEW %s AS %s".formatted(name, body);
    }
}
