// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// What happened to one entity: its calls in their order, and how each actor came to know it.
final class History {

    private static final int CALLS_MAX = 200;
    private static final int ACTORS_MAX = 50;

    /// One pass over the calls answers both questions.
    private static final String SQL =
            """
            WITH named AS MATERIALIZED (
                SELECT c.time, c.call_id, c.endpoint, c.host, c.status, c.actor, c.actor_kind,
                       list_filter(c.entities, lambda e: e.type = ?::VARCHAR AND e.id = ?::VARCHAR)[1] AS e
                FROM calls c
                WHERE %1$s),
            latest AS (
                SELECT n.*, %2$s AS reference
                FROM (SELECT * FROM named ORDER BY time DESC, call_id DESC LIMIT ?) n
                LEFT JOIN stored_actors s ON s.actor = n.actor),
            touched AS (
                SELECT n.*, %2$s AS reference
                FROM (SELECT actor, any_value(actor_kind) AS actor_kind, count(*) AS calls,
                             count(*) FILTER (WHERE status BETWEEN 200 AND 299) AS served,
                             arg_min(e.how, (time, call_id)) AS how, arg_max(e.whose, (time, call_id)) AS whose,
                             min(time) AS first_seen, max(time) AS last_seen
                      FROM named WHERE actor IS NOT NULL GROUP BY actor ORDER BY first_seen, actor LIMIT ?) n
                LEFT JOIN stored_actors s ON s.actor = n.actor)
            SELECT
                (SELECT coalesce(list({'time': l.time, 'call_id': l.call_id, 'endpoint': l.endpoint,
                        'endpoint_id': %3$s, 'actor': CASE WHEN l.actor IS NOT NULL THEN l.reference END,
                        'status': l.status, 'how': l.e.how, 'whose': l.e.whose}
                        ORDER BY l.time, l.call_id), []) FROM latest l) AS history,
                (SELECT coalesce(list({'actor': t.reference, 'how': t.how, 'whose': t.whose, 'calls': t.calls,
                        'served': t.served, 'first_seen': t.first_seen, 'last_seen': t.last_seen}
                        ORDER BY t.first_seen, t.actor), []) FROM touched t) AS touched_by
            """.formatted(Entities.NAMES, Actors.REFERENCE.formatted("n.actor", "n.actor_kind"), EndpointId.sql("l"));

    private History() {}

    /// The members `history`, the oldest of the latest calls first, and `touched_by`, the first actor first.
    static ObjectNode of(Archive archive, String type, String id) throws IOException {
        return archive.row(Sql.of(SQL, type, id, type, id, CALLS_MAX, ACTORS_MAX));
    }
}
