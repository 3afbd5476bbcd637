// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.List;

/// The tables of [Summaries] that are told from [Sums], with the columns of the views of the same names in [Views].
final class Told {

    /// @param body what it is told from; `stored_actors` and `stored_endpoints` are those of the lake
    record Table(String name, String body) {}

    private static final Table ACTORS = new Table("actors", """
            SELECT c.actor, coalesce(s.name, c.actor) AS "name", coalesce(s.kind, c.kind) AS kind,
                   c.first_seen, c.last_seen, c.calls, s.tenant, s.application, s.roles
            FROM actor_sums c LEFT JOIN delta.stored_actors s ON s.actor = c.actor ORDER BY c.actor
            """);

    private static final Table ENDPOINTS = new Table("endpoints", """
            SELECT c.endpoint, c.host, coalesce(s.method, c.method) AS method,
                   coalesce(s.template, substr(c.endpoint, instr(c.endpoint, ' ') + 1)) AS template,
                   c.calls, c.actors, c.first_seen, c.last_seen, s.sensitivity, coalesce(s.labels, []) AS labels,
                   s.posture, coalesce(s.data, []) AS data, s.listed
            FROM (SELECT endpoint, host, any_value(method) AS method, CAST(sum(calls) AS BIGINT) AS calls,
                         count(actor) AS actors, min(first_seen) AS first_seen, max(last_seen) AS last_seen
                  FROM uses GROUP BY endpoint, host) c
            LEFT JOIN delta.stored_endpoints s ON s.endpoint = c.endpoint AND s.host IS NOT DISTINCT FROM c.host
            """);

    private static final Table ENTITIES = new Table("entities", """
            SELECT entity_type AS "type", entity_id AS id, first_seen, last_seen,
                   coalesce(creator, CASE WHEN served_actors = 1 AND foreign_ones = 0 THEN served_actor END) AS owner,
                   actors, calls,
                   CASE WHEN is_owned THEN coalesce(is_shared, false) ELSE served_actors > 1 END AS shared, unexplained,
                   judged, "public", met, CASE WHEN served > 0 THEN served_actors = 1 END AS is_one_actors
            FROM (SELECT entity_type, entity_id, min(first_seen) AS first_seen, max(last_seen) AS last_seen,
                         arg_min({'creator': CASE WHEN created THEN actor END}, first_served).creator AS creator,
                         count(actor) AS actors, CAST(sum(calls) AS BIGINT) AS calls,
                         count(actor) FILTER (WHERE served > 0) AS served_actors,
                         count(*) FILTER (WHERE served > 0) AS served,
                         min(actor) FILTER (WHERE served > 0) AS served_actor,
                         CAST(sum(foreign_ones) AS BIGINT) AS foreign_ones,
                         CAST(sum(unexplained) AS BIGINT) AS unexplained, CAST(sum(judged) AS BIGINT) AS judged,
                         CAST(sum("public") AS BIGINT) AS "public", CAST(sum(met) AS BIGINT) AS met,
                         bool_or(is_owned) AS is_owned,
                         bool_or(is_shared) OR (bool_or(is_own) AND bool_or(is_other)) AS is_shared
                  FROM touches GROUP BY entity_type, entity_id)
            ORDER BY "type", id
            """);

    private static final Table TYPES = new Table("entity_types", """
            SELECT t.*, coalesce(a.actors, 0) AS actors
            FROM (SELECT "type", count(*) AS entities, CAST(sum(calls) AS BIGINT) AS accesses,
                         count(*) FILTER (WHERE is_one_actors) / nullif(count(is_one_actors), 0) AS exclusive_share,
                         sum(judged - unexplained) / nullif(sum(judged), 0) AS explained_share,
                         CAST(sum(unexplained) AS BIGINT) AS unexplained,
                         sum("public") / nullif(sum(judged), 0) AS public_share, sum(met) = 0 AS blind
                  FROM entities GROUP BY "type") t
            LEFT JOIN (SELECT entity_type, count(DISTINCT actor) AS actors FROM touches GROUP BY entity_type) a
                 ON a.entity_type = t."type"
            """);

    private static final Table EXPLAINED = new Table("explained", """
            SELECT endpoint, host, entity_type, accesses, first_accesses, explained, unexplained, created, shown, used,
                   tenant, parent, "public", peers, explained / nullif(explained + unexplained, 0) AS explained_share,
                   created + shown = 0 AS blind
            FROM deeds
            """);

    private static final Table NAMED = new Table("endpoint_types", """
            SELECT endpoint, host, entity_type AS "type", %s AS entities, accesses AS calls, method, served, about,
                   creations
            FROM deeds
            """.formatted(Sums.distinct("sketch")));

    /// How many of each group of peers an endpoint served, over the last weeks of the lake.
    private static final Table GROUPS = new Table("group_uses", """
            WITH recent AS (
                SELECT u.endpoint, u.host, a.kind, a.roles
                FROM uses u JOIN actors a ON a.actor = u.actor
                WHERE u.last_served >= (SELECT max(last_seen) FROM uses) - INTERVAL 28 DAY)
            SELECT 'kind' AS "by", kind AS "group", endpoint, host, count(*) AS actors
            FROM recent WHERE kind IS NOT NULL GROUP BY ALL
            UNION ALL SELECT 'roles', roles, endpoint, host, count(*) FROM recent WHERE roles IS NOT NULL GROUP BY ALL
            """);

    private static final Table PEERS = new Table("peer_groups", """
            SELECT 'kind' AS "by", kind AS "group", count(*) AS actors FROM actors WHERE kind IS NOT NULL GROUP BY ALL
            UNION ALL SELECT 'roles', roles, count(*) FROM actors WHERE roles IS NOT NULL GROUP BY ALL
            """);

    private static final Table TOTALS = new Table("totals", """
            SELECT coalesce((SELECT CAST(sum(calls) AS BIGINT) FROM hours), 0) AS calls,
                   (SELECT count(*) FROM actor_sums) AS actors, (SELECT count(*) FROM endpoints) AS endpoints,
                   (SELECT count(*) FROM entities) AS entities, (SELECT min(first_seen) FROM hours) AS first_call,
                   (SELECT max(last_seen) FROM hours) AS last_call,
                   coalesce((SELECT CAST(sum(late) AS BIGINT) FROM hours), 0) AS late,
                   (SELECT max(reached) FROM hours) AS reached
            """);

    private static final Table HOURLY = new Table("hourly", """
            SELECT hour, CAST(sum(calls) AS BIGINT) AS calls,
                   CAST(coalesce(sum(calls) FILTER (WHERE status >= 400), 0) AS BIGINT) AS errors
            FROM hours GROUP BY hour ORDER BY hour
            """);

    /// Each after those it builds on.
    static final List<Table> ALL =
            List.of(ACTORS, ENDPOINTS, ENTITIES, TYPES, EXPLAINED, NAMED, GROUPS, PEERS, TOTALS, HOURLY);

    private Told() {}
}
