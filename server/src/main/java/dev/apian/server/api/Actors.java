// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
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
    private final ActorCalls ofOne;
    private final Cases cases;

    Actors(Archive archive, Cases cases) {
        this.archive = archive;
        this.ofOne = new ActorCalls(archive);
        this.cases = cases;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("q", "kind", "sort", "limit", "cursor");
        String part = asked.text("q", 200);
        String kind = asked.text("kind");
        String sort = asked.choice("sort", "calls", "last_seen", "first_seen", "risk", "name");
        Sql sql = selecting(COLUMNS)
                .whereContains(part, "a.name", "a.actor")
                .whereIfGiven("a.kind = ?", kind)
                .add("ORDER BY %s, a.calls DESC, a.actor"
                        .formatted(sort.equals("name") ? "lower(a.name)" : sort + " DESC NULLS LAST"));
        Counted counted = archive.counted();
        Page page = Page.of(asked, part, kind, sort);
        ObjectNode answer = page.of(counted, sql);
        answer.set("total", page.total(answer, () -> total(counted, part, kind)));
        return counted.tell(answer);
    }

    private static JsonNode total(Counted counted, @Nullable String part, @Nullable String kind) throws IOException {
        return counted.row(Sql.of("SELECT count(*) AS n FROM actors a")
                        .whereContains(part, "a.name", "a.actor")
                        .whereIfGiven("a.kind = ?", kind))
                .path("n");
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("actor");
        Optional<ActorDeeds> deeds = ofOne.deeds(id, null);
        ObjectNode actor = deeds.isPresent() ? row(id, deeds.get()) : row(id);
        ArrayNode facets = (ArrayNode) actor.remove("facets");
        actor.putArray("facets")
                .addAll(facets.values().stream()
                        .sorted(Comparator.comparingDouble(
                                facet -> -facet.path("confidence").asDouble()))
                        .toList());
        ArrayNode alerts = actor.putArray("alerts");
        cases.all().stream()
                .filter(one -> one.actor().equals(id))
                .sorted(Comparator.comparing(Case::raised).reversed())
                .limit(ALERTS_MAX)
                .forEach(one -> alerts.add(one.summary()));
        Instant last = Instant.parse(actor.path("last_seen").asString());
        ActorPortrait portrait = new ActorPortrait(archive, id, last);
        if (deeds.isPresent()) {
            portrait.addTo(actor, deeds.get());
        } else {
            portrait.addTo(actor);
        }
        return actor;
    }

    /// The actor as the lake knows it.
    private ObjectNode row(String id) throws IOException {
        List<ObjectNode> found = archive.rows(selecting(COLUMNS + ", a.tenant, a.application, a.roles, a.facets")
                .where("a.actor = ?", id));
        if (found.isEmpty()) {
            throw Problem.notFound(
                    "No such actor",
                    "There is no actor with the id %s; GET /api/v1/actors lists those there are.".formatted(id));
        }
        return found.getFirst();
    }

    /// The same from its calls.
    private ObjectNode row(String id, ActorDeeds deeds) throws IOException {
        List<ObjectNode> stored = archive.rows(Sql.of("SELECT name, kind, tenant, application, roles, facets")
                .add("FROM stored_actors")
                .where("actor = ?", id));
        ObjectNode known = stored.isEmpty() ? JsonNodeFactory.instance.objectNode() : stored.getFirst();
        Cases.Pending pending = cases.pendingByActor().get(id);
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("actor", id);
        row.put("name", known.path("name").asString(id));
        row.put("kind", known.path("kind").asString(Objects.requireNonNullElse(deeds.kind(), "anonymous")));
        row.put("first_seen", deeds.first().toString())
                .put("last_seen", deeds.last().toString());
        row.put("calls", (long) deeds.calls().size());
        row.put("risk", pending == null ? null : pending.risk());
        row.put("open_alerts", pending == null ? 0 : pending.alerts());
        for (String column : List.of("tenant", "application", "roles")) {
            row.set(column, known.has(column) ? known.path(column) : NullNode.instance);
        }
        row.set("facets", known.path("facets").isArray() ? known.path("facets") : row.arrayNode());
        return row;
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
}
