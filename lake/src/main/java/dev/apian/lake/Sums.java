// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.List;

/// The tables of [Summaries] as SQL: sums over calls that can be added to one another, and what is told from them.
///
/// Distinct things are counted by keeping each pair once, or where those would be as many as calls, by keeping the
/// [#SKETCH] smallest hashes: exact up to there, beyond about three in a hundred off (Bar-Yossef et al., Counting
/// Distinct Elements in a Data Stream, 2002).
final class Sums {

    /// Smallest hashes that are kept of a set.
    static final int SKETCH = 1_024;

    /// Changes whenever a table does, so that what was kept before is made again.
    static final int VERSION = 1;

    private static final double HASHES = 0x1p64;

    private static final String IS_SERVED = "status BETWEEN 200 AND 299";

    /// A table of sums.
    ///
    /// @param partial sums over some `calls` or `accesses`
    /// @param total   sums over rows of the same table, `parts`
    record Sum(String name, String partial, String total) {}

    private static final Sum ACTORS = new Sum("actor_sums", """
            SELECT actor, arg_max(actor_kind, time) AS kind, min(time) AS first_seen, max(time) AS last_seen,
                   count(*) AS calls
            FROM calls WHERE actor IS NOT NULL GROUP BY actor
            """, """
            SELECT actor, arg_max(kind, last_seen) AS kind, min(first_seen) AS first_seen, max(last_seen) AS last_seen,
                   CAST(sum(calls) AS BIGINT) AS calls
            FROM parts GROUP BY actor
            """);

    /// Who uses which endpoint.
    private static final Sum USES = new Sum("uses", """
            SELECT endpoint, host, actor, any_value(actor_kind) AS kind, any_value(method) AS method,
                   count(*) AS calls, count(*) FILTER (WHERE status BETWEEN 200 AND 399) AS served,
                   min(time) AS first_seen, max(time) AS last_seen,
                   max(time) FILTER (WHERE status BETWEEN 200 AND 399) AS last_served
            FROM calls WHERE endpoint IS NOT NULL GROUP BY endpoint, host, actor
            """, """
            SELECT endpoint, host, actor, any_value(kind) AS kind, any_value(method) AS method,
                   CAST(sum(calls) AS BIGINT) AS calls, CAST(sum(served) AS BIGINT) AS served,
                   min(first_seen) AS first_seen, max(last_seen) AS last_seen, max(last_served) AS last_served
            FROM parts GROUP BY endpoint, host, actor ORDER BY endpoint, host
            """);

    /// Calls by the hour, also those without an endpoint.
    private static final Sum HOURS = new Sum("hours", """
            SELECT endpoint, host, date_trunc('hour', time) AS hour, status, count(*) AS calls,
                   count(*) FILTER (WHERE late) AS late, min(time) AS first_seen, max(time) AS last_seen,
                   max(time) FILTER (WHERE late IS NOT TRUE) AS reached
            FROM calls GROUP BY ALL
            """, """
            SELECT endpoint, host, hour, status, CAST(sum(calls) AS BIGINT) AS calls, CAST(sum(late) AS BIGINT) AS late,
                   min(first_seen) AS first_seen, max(last_seen) AS last_seen, max(reached) AS reached
            FROM parts GROUP BY endpoint, host, hour, status ORDER BY endpoint, host, hour
            """);

    /// What endpoints do with each type of entities.
    private static final Sum DEEDS = new Sum("deeds", """
            SELECT endpoint, host, entity_type, count(*) AS accesses,
                   count(*) FILTER (WHERE how <> 'used') AS first_accesses,
                   count(*) FILTER (WHERE how <> 'unexplained') AS explained,
                   count(*) FILTER (WHERE how = 'unexplained') AS unexplained,
                   count(*) FILTER (WHERE how = 'created') AS created,
                   count(*) FILTER (WHERE how = 'shown') AS shown,
                   count(*) FILTER (WHERE how = 'used') AS used,
                   count(*) FILTER (WHERE how = 'tenant') AS tenant,
                   count(*) FILTER (WHERE how = 'parent') AS parent,
                   count(*) FILTER (WHERE how = 'public') AS "public",
                   count(*) FILTER (WHERE how = 'peers') AS peers,
                   min(method) FILTER (WHERE NOT is_repeat AND %1$s) AS method,
                   count(*) FILTER (WHERE NOT is_repeat AND %1$s) AS served,
                   count(*) FILTER (WHERE NOT is_repeat AND %1$s AND place = 1) AS about,
                   count(*) FILTER (WHERE NOT is_repeat AND %1$s AND place = 1 AND method IN ('POST', 'PUT')
                       AND (how = 'created' OR (how IS NULL AND status = 201
                                                AND NOT contains(endpoint, '{' || entity_type)))) AS creations,
                   min(DISTINCT hash(entity_id), %2$d) AS sketch
            FROM accesses WHERE endpoint IS NOT NULL GROUP BY endpoint, host, entity_type
            """.formatted(IS_SERVED, SKETCH), """
            SELECT endpoint, host, entity_type, %s, min(method) AS method, (
                       list_distinct(flatten(list(sketch))).list_sort())[:%d] AS sketch
            FROM parts GROUP BY endpoint, host, entity_type
            """.formatted(
                    added(List.of(
                            "accesses",
                            "first_accesses",
                            "explained",
                            "unexplained",
                            "created",
                            "shown",
                            "used",
                            "tenant",
                            "parent",
                            "\"public\"",
                            "peers",
                            "served",
                            "about",
                            "creations")),
                    SKETCH));

    /// Who touches which entity.
    private static final Sum TOUCHES = new Sum("touches", """
            SELECT entity_type, entity_id, actor, count(*) AS calls,
                   min(time) AS first_seen, max(time) AS last_seen,
                   arg_min({'how': how}, (time, call_id)).how AS how,
                   arg_max({'whose': whose}, (time, call_id)).whose AS whose,
                   count(*) FILTER (WHERE %1$s) AS served, min(time) FILTER (WHERE %1$s) AS first_served,
                   coalesce(arg_min(method IN ('POST', 'PUT') AND status = 201, (time, call_id)) FILTER (WHERE %1$s),
                            false) AS created,
                   count(how) AS judged, count(*) FILTER (WHERE how = 'unexplained') AS unexplained,
                   count(*) FILTER (WHERE how = 'public') AS "public",
                   count(*) FILTER (WHERE how IN ('created', 'shown')) AS met,
                   count(*) FILTER (WHERE whose = 'other' OR how IN ('public', 'peers', 'unexplained')) AS foreign_ones,
                   coalesce(bool_or(whose IN ('own', 'tenant', 'other', 'shared')), false) AS is_owned,
                   bool_or(whose = 'shared') FILTER (WHERE %1$s) AS is_shared,
                   bool_or(whose IN ('own', 'tenant')) FILTER (WHERE %1$s) AS is_own,
                   bool_or(whose = 'other') FILTER (WHERE %1$s) AS is_other
            FROM accesses GROUP BY entity_type, entity_id, actor
            """.formatted(IS_SERVED), """
            SELECT entity_type, entity_id, actor, %s, min(first_seen) AS first_seen,
                   max(last_seen) AS last_seen, arg_min({'how': how}, first_seen).how AS how,
                   arg_max({'whose': whose}, last_seen).whose AS whose, min(first_served) AS first_served,
                   coalesce(arg_min(created, first_served), false) AS created, bool_or(is_owned) AS is_owned,
                   bool_or(is_shared) AS is_shared, bool_or(is_own) AS is_own, bool_or(is_other) AS is_other
            FROM parts GROUP BY entity_type, entity_id, actor ORDER BY entity_type, entity_id
            """.formatted(
                    added(List.of("calls", "served", "judged", "unexplained", "\"public\"", "met", "foreign_ones"))));

    static final List<Sum> ALL = List.of(ACTORS, USES, HOURS, DEEDS, TOUCHES);

    private Sums() {}

    private static String added(List<String> columns) {
        return String.join(
                ", ",
                columns.stream()
                        .map(column -> "CAST(sum(%1$s) AS BIGINT) AS %1$s".formatted(column))
                        .toList());
    }

    /// How many different things a sketch stands for.
    static String distinct(String sketch) {
        return "CASE WHEN len(%1$s) < %2$d THEN len(%1$s) ELSE CAST(%3$d / (%1$s[%2$d] / %4$s) AS BIGINT) END"
                .formatted(sketch, SKETCH, SKETCH - 1, Double.toString(HASHES));
    }
}
