// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What is called.
final class Endpoints {

    private static final String SELECT = "SELECT " + EndpointId.sql("e") + """
             AS id, endpoint, host, method, template, calls, actors, first_seen, last_seen,
                   coalesce(sensitivity, 'none') AS sensitivity, labels
            FROM endpoints e
            """;

    private final Archive archive;

    Endpoints(Archive archive) {
        this.archive = archive;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("q", "sensitivity", "sort", "limit", "cursor");
        String part = asked.text("q", 200);
        String sensitivity =
                asked.text("sensitivity") == null ? null : asked.choice("sensitivity", "none", "low", "medium", "high");
        String sort = asked.choice("sort", "calls", "actors", "last_seen", "first_seen", "endpoint");
        Sql sql = Sql.of(SELECT)
                .whereContains(part, "endpoint", "coalesce(host, '')")
                .whereIfGiven("coalesce(sensitivity, 'none') = ?", sensitivity)
                .add(
                        sort.equals("endpoint")
                                ? "ORDER BY template, method, host"
                                : "ORDER BY " + sort + " DESC, template, method, host");
        return Page.of(asked, part, sensitivity, sort).of(archive, sql);
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        EndpointId id = EndpointId.of(asked.path("id")).orElseThrow(Endpoints::unknown);
        List<ObjectNode> found = archive.rows(id.filter(Sql.of(SELECT), "e"));
        if (found.isEmpty()) {
            throw unknown();
        }
        ObjectNode endpoint = found.getFirst();
        endpoint.putArray("callers").addAll(archive.rows(callers(id)));
        endpoint.putArray("statuses")
                .addAll(archive.rows(id.filter(Sql.of("SELECT status, count(*) AS calls FROM calls c"), "c")
                        .where("status IS NOT NULL")
                        .add("GROUP BY status ORDER BY status")));
        Instant last = Instant.parse(endpoint.path("last_seen").asString());
        Sql hours = id.filter(Hours.counting(), "calls").where("time >= ?", last.minus(Hours.WEEK));
        endpoint.set("calls_per_hour", Hours.of(archive, hours).weekTo(last));
        return endpoint;
    }

    private static Sql callers(EndpointId id) {
        Sql counting = id.filter(
                        Sql.of("SELECT c.actor, any_value(c.actor_kind) AS kind, count(*) AS calls,"
                                + " min(time) AS first_seen, max(time) AS last_seen FROM calls c"),
                        "c")
                .where("c.actor IS NOT NULL")
                .add("GROUP BY c.actor ORDER BY calls DESC, c.actor LIMIT 50");
        return Callers.named(counting);
    }

    private static Problem unknown() {
        return Problem.notFound(
                "No such endpoint", "There is no endpoint with this id; GET /api/v1/endpoints lists those there are.");
    }
}
