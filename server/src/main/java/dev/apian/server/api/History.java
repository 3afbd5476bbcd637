// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What happened to one entity: its calls in their order, and how each actor came to know it.
final class History {

    static final int CALLS_MAX = 200;
    private static final int ACTORS_MAX = 50;

    /// One pass over the calls answers both questions.
    private static final String SQL =
            """
            WITH named AS MATERIALIZED (
                SELECT c.time, c.call_id, c.endpoint, c.host, c.status, c.actor, c.actor_kind,
                       list_filter(c.entities, lambda e: e.type = ?::VARCHAR AND e.id = ?::VARCHAR)[1] AS e
                FROM calls c
                WHERE %1$s AND c.time >= ?::TIMESTAMPTZ),
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
        return since(archive, type, id, Instant.EPOCH);
    }

    /// The same of calls since a moment.
    static ObjectNode since(Archive archive, String type, String id, Instant since) throws IOException {
        return archive.row(Sql.of(SQL, type, id, type, id, since, CALLS_MAX, ACTORS_MAX));
    }

    /// The member `history` of calls that are known, the newest first.
    ///
    /// @param actors as other answers refer to them, by their ids
    static ArrayNode of(
            List<CallRow> calls, Map<String, String> former, Map<String, JsonNode> actors, String type, String id) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        for (CallRow call : calls.reversed()) {
            CallRow.Entity named = call.entities().stream()
                    .filter(entity -> entity.type().equals(type) && entity.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            String endpoint = CallJson.endpointOf(call, former);
            ObjectNode row = history.addObject();
            row.put("time", CallJson.timeOf(call).toString()).put("call_id", call.callId());
            row.put("endpoint", endpoint);
            row.put("endpoint_id", endpoint == null ? null : new EndpointId(endpoint, call.host()).text());
            row.set("actor", actors.getOrDefault(call.actor(), NullNode.instance));
            row.set(
                    "status",
                    call.status() == CallRow.STATUS_UNKNOWN ? NullNode.instance : row.numberNode(call.status()));
            row.put("how", named.how()).put("whose", named.whose());
        }
        return history;
    }
}
