// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is called: the inventory, a page or one line of it.
final class Endpoints {

    private static final String ROWS = "SELECT " + EndpointId.sql("e") + """
             AS id, endpoint, host, method, template, calls, actors, first_seen, last_seen,
                   coalesce(sensitivity, 'none') AS sensitivity, labels, coalesce(posture, 'unknown') AS posture, data,
                   CASE WHEN last_seen < ?::TIMESTAMPTZ THEN 'dormant' WHEN first_seen >= ?::TIMESTAMPTZ THEN 'new'
                        ELSE 'active' END AS state
            """;

    private static final String[] SENSITIVITIES = {"none", "low", "medium", "high"};
    private static final String[] POSTURES = {"unknown", "required", "mixed", "open"};
    private static final String[] STATES = {"active", "new", "dormant"};
    private static final String[] SORTS = {
        "calls", "actors", "last_seen", "first_seen", "endpoint", "sensitivity", "posture", "data"
    };

    private final Archive archive;

    Endpoints(Archive archive) {
        this.archive = archive;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly(
                "q", "sensitivity", "posture", "data", "label", "state", "host", "method", "sort", "limit", "cursor");
        Counted counted = archive.counted();
        Horizon horizon = Horizon.of(counted);
        Sql sql = Sql.of("SELECT *, count(*) OVER () AS total FROM (")
                .add(rows(horizon, ""))
                .add(") e");
        List<@Nullable Object> filters = filter(sql, asked);
        String sort = asked.choice("sort", SORTS);
        Page page = Page.of(asked, filters, sort);
        ObjectNode answer = page.of(counted, sql.add("ORDER BY " + order(sort) + "template, method, host"));
        long total = page.cursor().offset();
        for (JsonNode item : answer.path("items")) {
            ObjectNode row = (ObjectNode) item;
            total = row.remove("total").asLong();
            row.set("data", Exposure.withLevels(row.path("data")));
        }
        new Trends(horizon).addTo(answer, counted);
        return counted.tell(answer.put("total", total));
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        EndpointId id = EndpointId.of(asked.path("id")).orElseThrow(Endpoints::unknown);
        Counted counted = archive.counted();
        Sql sql = id.filter(
                Sql.of("SELECT * FROM (")
                        .add(rows(Horizon.of(counted), ", listed"))
                        .add(") e"),
                "e");
        List<ObjectNode> found = counted.rows(sql);
        if (found.isEmpty()) {
            throw unknown();
        }
        return counted.tell(new Portrait(counted, id).complete(found.getFirst()));
    }

    /// Begins a statement whose rows are the lines of the inventory.
    static Sql rows(Horizon horizon, String moreColumns) {
        return Sql.of(ROWS + moreColumns + " FROM endpoints e", horizon.dormantBefore(), horizon.newSince());
    }

    private static List<@Nullable Object> filter(Sql sql, Parameters asked) {
        String part = asked.text("q", 200);
        String sensitivity = oneOf(asked, "sensitivity", SENSITIVITIES);
        String posture = oneOf(asked, "posture", POSTURES);
        String state = oneOf(asked, "state", STATES);
        String found = oneOf(asked, "data", Exposure.words());
        String label = asked.text("label");
        String host = asked.text("host");
        String method = asked.text("method");
        sql.whereContains(part, "endpoint", "coalesce(host, '')", "array_to_string(labels, ' ')")
                .whereIfGiven("sensitivity = ?", sensitivity)
                .whereIfGiven("posture = ?", posture)
                .whereIfGiven("state = ?", state)
                .whereIfGiven("list_contains(labels, ?)", label)
                .whereIfGiven("host = ?", host)
                .whereIfGiven("method = ?", method == null ? null : method.toUpperCase(Locale.ROOT));
        if (found != null) {
            sql.where(Exposure.holds("data", found));
        }
        return Arrays.asList(part, sensitivity, posture, state, found, label, host, method);
    }

    private static @Nullable String oneOf(Parameters asked, String name, String... choices) {
        return asked.text(name) == null ? null : asked.choice(name, choices);
    }

    private static String order(String sort) {
        return switch (sort) {
            case "endpoint" -> "";
            case "sensitivity" -> rank("sensitivity", SENSITIVITIES) + " DESC, calls DESC, ";
            case "posture" -> rank("posture", POSTURES) + " DESC, calls DESC, ";
            case "data" -> Exposure.rank("data") + " DESC, len(data) DESC, calls DESC, ";
            default -> sort + " DESC, ";
        };
    }

    private static String rank(String column, String... words) {
        return "list_position(['%s'], %s)".formatted(String.join("', '", words), column);
    }

    private static Problem unknown() {
        return Problem.notFound(
                "No such endpoint", "There is no endpoint with this id; GET /api/v1/endpoints lists those there are.");
    }
}
