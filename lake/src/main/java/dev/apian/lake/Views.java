// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The tables of the contract as SQL over the stored files. What can be counted from `calls` is, and is
/// stored nowhere.
///
/// @param calls  the files of `calls`
/// @param tables the files of each small table that was ever written
/// @param givenAlerts whether alerts are in the table [#GIVEN_ALERTS] rather than in files
record Views(List<Path> calls, Map<Table, List<Path>> tables, boolean givenAlerts) {

    static final String GIVEN_ALERTS = "given_alerts";

    private static final String ACTORS = """
            SELECT c.actor, coalesce(s.name, c.actor) AS "name", coalesce(s.kind, c.kind) AS kind,
                   c.first_seen, c.last_seen, c.calls, s.tenant, s.application, s.roles,
                   coalesce(s.facets, []) AS facets
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
    static final List<String> NAMES = List.of(
            "calls",
            "actors",
            "endpoints",
            "entities",
            "alerts",
            "signals",
            "accesses",
            "matrix",
            "explained",
            "processes");

    static Views of(Manifest calls, Path callFolder, Manifest tables, Path tableFolder, boolean givenAlerts) {
        Map<Table, List<Path>> files = new LinkedHashMap<>();
        for (Table table : Table.values()) {
            files.put(table, Snapshot.current(tables, tableFolder, table));
        }
        return new Views(calls.paths(callFolder), files, givenAlerts);
    }

    /// The same with another file of calls first: DuckDB takes the columns of many files from the first, which costs
    /// far less than opening all of them to know.
    Views ledBy(Path file) {
        Stream<Path> others = calls.stream().filter(other -> !other.equals(file));
        return new Views(Stream.concat(Stream.of(file), others).toList(), tables, givenAlerts);
    }

    /// Finds a file of calls that has all that [CallSchema] has.
    String findingAWholeFile() {
        return "SELECT max(file_name) FROM parquet_schema(%s) WHERE name = 'whose'".formatted(DuckDb.list(calls));
    }

    /// Statements that make the views over files, which change with them. Their columns never do.
    List<String> overFiles() {
        return List.of(
                view("stored_endpoints", rows(Table.ENDPOINTS, files(Table.ENDPOINTS))),
                view("calls", storedCalls()),
                view("stored_actors", latestActors(files(Table.ACTORS))),
                view("alerts", givenAlerts ? "SELECT * FROM " + GIVEN_ALERTS : rows(Table.ALERTS, files(Table.ALERTS))),
                view("signals", rows(Table.SIGNALS, files(Table.SIGNALS))));
    }

    /// Statements that make the views over those, made once, each after those it builds on.
    static List<String> overViews() {
        return List.of(
                view("actors", ACTORS),
                view("endpoints", ENDPOINTS),
                view("accesses", EntityViews.ACCESSES),
                view("entities", EntityViews.ENTITIES),
                view("matrix", EntityViews.MATRIX),
                view("explained", EntityViews.EXPLAINED),
                view("processes", EntityViews.PROCESSES));
    }

    /// Calls under the endpoint that theirs is part of by now.
    private String storedCalls() {
        if (calls.isEmpty()) {
            return Table.CALLS.empty();
        }
        String stored = reading(Table.CALLS, calls, "");
        return files(Table.ENDPOINTS).isEmpty() ? stored : """
                SELECT c.* REPLACE (coalesce(f.endpoint, c.endpoint) AS endpoint)
                FROM (%s) c
                LEFT JOIN (SELECT unnest(former) AS former_id, any_value(endpoint) AS endpoint
                           FROM stored_endpoints GROUP BY former_id) f
                ON f.former_id = c.endpoint_id
                """.formatted(stored);
    }

    /// The rows of a table. Files written before a column, or a field of an entity, was added have nulls there.
    static String rows(Table table, List<Path> files) {
        return files.isEmpty() ? table.empty() : reading(table, files, ", union_by_name = true");
    }

    private static String reading(Table table, List<Path> files, String option) {
        return "SELECT %s FROM (%s UNION ALL BY NAME SELECT * FROM read_parquet(%s, hive_partitioning = false%s))"
                .formatted(Table.columnNames(table), table.empty(), DuckDb.list(files), option);
    }

    /// The latest row of each actor, unless it says that there is no such actor any more; of two at the same time, the
    /// one that knows more of it.
    static String latestActors(List<Path> files) {
        return "SELECT * FROM (" + rows(Table.ACTORS, files)
                + " QUALIFY row_number() OVER (PARTITION BY actor"
                + " ORDER BY version DESC NULLS LAST, len(facets) DESC) = 1) WHERE name IS NOT NULL";
    }

    private List<Path> files(Table table) {
        return tables.getOrDefault(table, List.of());
    }

    private static String view(String name, String body) {
        return "CREATE OR REPLACE VIEW %s AS %s".formatted(name, body);
    }
}
