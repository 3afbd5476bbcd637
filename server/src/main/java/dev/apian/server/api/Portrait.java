// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// One endpoint with all that is known of it: what its calls in the lake say, and what was learned on the way.
record Portrait(Counted counted, EndpointId id) {

    private static final int ENTITY_TYPES_MAX = 20;

    private static final String NEIGHBOURS = "SELECT " + EndpointId.sql("e") + """
             AS id, e.endpoint, e.method, e.calls, e.last_seen, coalesce(e.sensitivity, 'none') AS sensitivity,
                   coalesce(e.posture, 'unknown') AS posture
            FROM endpoints e
            """;

    /// @param endpoint a row of the inventory, and its column `listed`
    ObjectNode complete(ObjectNode endpoint) throws IOException {
        Learned.of(endpoint.remove("listed")).addTo(endpoint);
        endpoint.putArray("callers").addAll(counted.rows(callers()));
        endpoint.putArray("statuses").addAll(counted.rows(statuses()));
        endpoint.putArray("entities").addAll(counted.rows(entities()));
        endpoint.putArray("neighbours").addAll(counted.rows(neighbours()));
        Instant last = Instant.parse(endpoint.path("last_seen").asString());
        Instant from = last.minus(Hours.WEEK);
        Sql hours = counted.isSummary()
                ? id.filter(Hours.summing(), "hours").where("hour >= ?", from)
                : id.filter(Hours.counting(), "calls").where("time >= ?", from);
        endpoint.set("calls_per_hour", Hours.of(counted, hours).weekTo(last));
        return endpoint;
    }

    private Sql callers() {
        return counted.isSummary()
                ? Callers.summed("uses", uses -> id.filter(uses, "c"))
                : Callers.of(calls -> id.filter(calls, "c"));
    }

    private Sql statuses() {
        Sql counting = counted.isSummary()
                ? Sql.of("SELECT status, CAST(sum(calls) AS BIGINT) AS calls FROM hours c")
                : Sql.of("SELECT status, count(*) AS calls FROM calls c");
        return id.filter(counting, "c").where("status IS NOT NULL").add("GROUP BY status ORDER BY status");
    }

    private Sql entities() {
        if (counted.isSummary()) {
            return id.filter(Sql.of("SELECT \"type\", entities, calls FROM endpoint_types a"), "a")
                    .add("ORDER BY calls DESC, \"type\" LIMIT ?", ENTITY_TYPES_MAX);
        }
        Sql counting = Sql.of("SELECT entity_type AS \"type\", count(DISTINCT entity_id) AS entities,")
                .add("count(*) AS calls FROM accesses a");
        return id.filter(counting, "a")
                .add("GROUP BY entity_type ORDER BY calls DESC, \"type\" LIMIT ?", ENTITY_TYPES_MAX);
    }

    /// Same host and path, other methods.
    private Sql neighbours() {
        String host = id.host();
        return Sql.of(NEIGHBOURS)
                .where("coalesce(e.host, '') = ?", host == null ? "" : host)
                .where("substr(e.endpoint, instr(e.endpoint, ' ') + 1) = ?", id.path())
                .where("e.endpoint <> ?", id.endpoint())
                .add("ORDER BY e.method");
    }
}
