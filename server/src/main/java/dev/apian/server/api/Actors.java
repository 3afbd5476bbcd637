// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who calls.
final class Actors {

    /// An actor as other answers refer to it, over a column `actor` with the name of its table before it.
    static final String REFERENCE =
            "{'id': %1$s, 'name': coalesce(s.name, %1$s), 'kind': coalesce(s.kind, %2$s, 'anonymous')}";

    private static final int ALERTS_MAX = 50;

    private static final String FROM = """
            FROM actors a LEFT JOIN (
                SELECT unnest(?::VARCHAR[]) AS actor, unnest(?::VARCHAR[])::DOUBLE AS risk,
                       unnest(?::VARCHAR[])::INTEGER AS open_alerts) r ON r.actor = a.actor
            """;

    private static final String COLUMNS = """
            a.actor, a.name, coalesce(a.kind, 'anonymous') AS kind, a.first_seen, a.last_seen, a.calls, r.risk,
            coalesce(r.open_alerts, 0) AS open_alerts
            """;

    private final Archive archive;
    private final Cases cases;

    Actors(Archive archive, Cases cases) {
        this.archive = archive;
        this.cases = cases;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("q", "kind", "sort", "limit", "cursor");
        String part = asked.text("q", 200);
        String kind = asked.text("kind");
        String sort = asked.choice("sort", "calls", "last_seen", "first_seen", "risk");
        Sql sql = selecting(COLUMNS)
                .whereContains(part, "a.name", "a.actor")
                .whereIfGiven("a.kind = ?", kind)
                .add("ORDER BY %s DESC NULLS LAST, a.calls DESC, a.actor".formatted(sort));
        return Page.of(asked, part, kind, sort).of(archive, sql);
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("actor");
        List<ObjectNode> found = archive.rows(selecting(COLUMNS + ", a.tenant, a.application, a.roles, a.facets")
                .where("a.actor = ?", id));
        if (found.isEmpty()) {
            throw Problem.notFound(
                    "No such actor",
                    "There is no actor with the id %s; GET /api/v1/actors lists those there are.".formatted(id));
        }
        ObjectNode actor = found.getFirst();
        ArrayNode facets = (ArrayNode) actor.remove("facets");
        actor.putArray("facets")
                .addAll(facets.values().stream()
                        .sorted(Comparator.comparingDouble(
                                facet -> -facet.path("confidence").asDouble()))
                        .toList());
        actor.putArray("top_endpoints").addAll(archive.rows(topEndpoints(id)));
        actor.putArray("countries").addAll(archive.rows(values("country", id)));
        actor.putArray("networks").addAll(archive.rows(values("'AS' || asn", id)));
        actor.putArray("devices").addAll(archive.rows(values("device", id)));
        ArrayNode alerts = actor.putArray("alerts");
        cases.all().stream()
                .filter(one -> one.actor().equals(id))
                .sorted(Comparator.comparing(Case::raised).reversed())
                .limit(ALERTS_MAX)
                .forEach(one -> alerts.add(one.summary()));
        Instant last = Instant.parse(actor.path("last_seen").asString());
        Sql hours = Hours.counting().where("actor = ?", id).where("time >= ?", last.minus(Hours.WEEK));
        actor.set("calls_per_hour", Hours.of(archive, hours).weekTo(last));
        new ActorPortrait(archive, id, last).addTo(actor);
        return actor;
    }

    private Sql selecting(String columns) {
        Map<String, Cases.Pending> pending = cases.pendingByActor();
        List<String> ids = List.copyOf(pending.keySet());
        List<String> risks = ids.stream()
                .map(id -> String.valueOf(
                        pending.getOrDefault(id, new Cases.Pending(0, 0)).risk()))
                .toList();
        List<String> counts = ids.stream()
                .map(id -> String.valueOf(
                        pending.getOrDefault(id, new Cases.Pending(0, 0)).alerts()))
                .toList();
        return Sql.of("SELECT " + columns).add(FROM, ids, risks, counts);
    }

    private static Sql topEndpoints(String actor) {
        return Sql.of("SELECT " + EndpointId.sql("calls")
                        + " AS id, endpoint, host, count(*) AS calls, max(time) AS last_seen")
                .add("FROM calls")
                .where("actor = ?", actor)
                .where("endpoint IS NOT NULL")
                .add("GROUP BY endpoint, host ORDER BY calls DESC, endpoint LIMIT 20");
    }

    private static Sql values(String column, String actor) {
        return Sql.of("SELECT " + column + " AS \"value\", count(*) AS calls, min(time) AS first_seen,")
                .add("max(time) AS last_seen FROM calls")
                .where("actor = ?", actor)
                .where(column + " IS NOT NULL")
                .add("GROUP BY 1 ORDER BY calls DESC, 1 LIMIT 20");
    }
}
