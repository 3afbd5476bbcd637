// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

/// What calls do with business entities, as SQL over `calls`: who touched what, how that is explained, who does
/// what to whose, and in which order. `docs/reference/tables.md` has every column.
final class EntityViews {

    /// Processes are told from about so many entities of each type, the same ones every time.
    static final int PROCESS_ENTITIES_MAX = 10_000;

    /// Every call once for each entity it names, whatever is known of how and whose. Most calls name one, and are
    /// not searched for repeats.
    static final String ACCESSES = """
            SELECT time, call_id, endpoint, host, method, status, actor, e.type AS entity_type, e.id AS entity_id,
                   e.how AS how, e.whose AS whose, i AS place,
                   CASE WHEN i = 1 THEN false ELSE len(list_filter(entities[:i - 1], lambda o:
                       o.type = e.type AND o.whose IS NOT DISTINCT FROM e.whose)) > 0 END AS is_repeat
            FROM (SELECT time, call_id, endpoint, host, method, status, actor, entities,
                         unnest(entities) AS e, generate_subscripts(entities, 1) AS i FROM calls)
            WHERE CASE WHEN i = 1 THEN true ELSE len(list_filter(entities[:i - 1], lambda o:
                      o.type = e.type AND o.id = e.id)) = 0 END
            """;

    /// Without a creation, the only actor that was served is the owner, unless its access says something else.
    static final String ENTITIES = """
            SELECT entity_type AS "type", entity_id AS id, first_seen, last_seen,
                   coalesce(creator, CASE WHEN served_actors = 1 AND foreign_accesses = 0 THEN served_actor END)
                       AS owner,
                   actors, calls,
                   CASE WHEN is_owned THEN coalesce(is_shared, false) ELSE served_actors > 1 END AS shared, unexplained
            FROM (SELECT entity_type, entity_id, min(time) AS first_seen, max(time) AS last_seen,
                         arg_min({'creator': CASE WHEN method IN ('POST', 'PUT') AND status = 201 THEN actor END},
                                 (time, call_id)) FILTER (WHERE status BETWEEN 200 AND 299).creator AS creator,
                         count(DISTINCT actor) AS actors, count(*) AS calls,
                         count(DISTINCT actor) FILTER (WHERE status BETWEEN 200 AND 299) AS served_actors,
                         min(actor) FILTER (WHERE status BETWEEN 200 AND 299) AS served_actor,
                         count(*) FILTER (WHERE whose = 'other' OR how IN ('public', 'peers', 'unexplained'))
                             AS foreign_accesses,
                         count(*) FILTER (WHERE how = 'unexplained') AS unexplained,
                         bool_or(whose IN ('own', 'tenant', 'other', 'shared')) AS is_owned,
                         bool_or(whose = 'shared') FILTER (WHERE status BETWEEN 200 AND 299)
                             OR (bool_or(whose IN ('own', 'tenant')) FILTER (WHERE status BETWEEN 200 AND 299)
                                 AND bool_or(whose = 'other') FILTER (WHERE status BETWEEN 200 AND 299)) AS is_shared
                  FROM accesses GROUP BY entity_type, entity_id)
            """;

    /// Refused as in `Call.refused` of the core.
    static final String MATRIX = """
            SELECT m.week, m.actor, coalesce(s.name, m.actor) AS "name", m.endpoint, m.host, m.method, m.entity_type,
                   m.whose, m.calls, m.refused, m.entities, m.first_seen, m.last_seen
            FROM (SELECT CAST(date_trunc('week', make_timestamp(epoch_us(time))) AS DATE) AS week, actor, endpoint,
                         host, min(method) AS method, entity_type, coalesce(whose, 'unknown') AS whose,
                         count(*) FILTER (WHERE NOT is_repeat) AS calls,
                         count(*) FILTER (WHERE NOT is_repeat AND status IN (401, 403, 404, 429)) AS refused,
                         count(DISTINCT entity_id) AS entities, min(time) AS first_seen, max(time) AS last_seen
                  FROM accesses WHERE actor IS NOT NULL AND endpoint IS NOT NULL
                  GROUP BY week, actor, endpoint, host, entity_type, coalesce(whose, 'unknown')) m
            LEFT JOIN stored_actors s ON s.actor = m.actor
            """;

    static final String EXPLAINED = """
            SELECT *, explained / nullif(explained + unexplained, 0) AS explained_share, created + shown = 0 AS blind
            FROM (SELECT endpoint, host, entity_type, count(*) AS accesses,
                         count(*) FILTER (WHERE how <> 'used') AS first_accesses,
                         count(*) FILTER (WHERE how <> 'unexplained') AS explained,
                         count(*) FILTER (WHERE how = 'unexplained') AS unexplained,
                         count(*) FILTER (WHERE how = 'created') AS created,
                         count(*) FILTER (WHERE how = 'shown') AS shown,
                         count(*) FILTER (WHERE how = 'used') AS used,
                         count(*) FILTER (WHERE how = 'tenant') AS tenant,
                         count(*) FILTER (WHERE how = 'parent') AS parent,
                         count(*) FILTER (WHERE how = 'public') AS "public",
                         count(*) FILTER (WHERE how = 'peers') AS peers
                  FROM accesses WHERE endpoint IS NOT NULL
                  GROUP BY endpoint, host, entity_type)
            """;

    /// The directly-follows graph of each type (van der Aalst, Process Mining, 2016, section 5.2) over calls that
    /// were served.
    static final String PROCESSES = """
            WITH sizes AS NOT MATERIALIZED (
                SELECT entity_type, approx_count_distinct(entity_id) AS entities
                FROM accesses WHERE status BETWEEN 200 AND 299 AND endpoint IS NOT NULL GROUP BY entity_type),
            sampled AS NOT MATERIALIZED (
                SELECT a.entity_type, a.entity_id, a.time, a.call_id, a.endpoint
                FROM accesses a JOIN sizes s ON s.entity_type = a.entity_type
                WHERE a.status BETWEEN 200 AND 299 AND a.endpoint IS NOT NULL
                      AND hash(a.entity_id) / 18446744073709551616.0 * s.entities < %d),
            steps AS (
                SELECT entity_type, entity_id, endpoint, lag(endpoint) OVER entity AS before,
                       lead(endpoint) OVER entity AS after,
                       (epoch_us(time) - lag(epoch_us(time)) OVER entity) / 1e6 AS seconds
                FROM sampled WINDOW entity AS (PARTITION BY entity_type, entity_id ORDER BY time, call_id))
            SELECT entity_type, from_endpoint, to_endpoint, count(DISTINCT entity_id) AS entities, count(*) AS times,
                   round(median(seconds), 3) AS median_seconds, round(quantile_cont(seconds, 0.9), 3) AS p90_seconds
            FROM (SELECT entity_type, entity_id, before AS from_endpoint, endpoint AS to_endpoint, seconds FROM steps
                  UNION ALL SELECT entity_type, entity_id, endpoint, NULL, NULL FROM steps WHERE after IS NULL)
            GROUP BY entity_type, from_endpoint, to_endpoint
            """.formatted(PROCESS_ENTITIES_MAX);

    private EntityViews() {}
}
