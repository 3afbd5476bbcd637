// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import dev.apian.catalogue.SavedQueries;
import dev.apian.catalogue.SavedQuery;
import dev.apian.lake.QueryLimits;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The queries that people keep for each other, and the examples that come with the product, which stay as they are.
final class Saved {

    private final SavedQueries kept;
    private final List<Examples.Example> examples;
    private final InstantSource clock;

    Saved(SavedQueries kept, List<Examples.Example> examples, InstantSource clock) {
        this.kept = kept;
        this.examples = examples;
        this.clock = clock;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (SavedQuery query : kept.all()) {
            items.add(json(query));
        }
        examples.forEach(example -> items.add(json(example)));
        return answer;
    }

    ObjectNode add(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        int found = kept.all().size();
        if (found >= SavedQueries.QUERIES_MAX) {
            throw Problem.limit(
                    "There are too many saved queries",
                    "saved_queries_max",
                    found + 1L,
                    SavedQueries.QUERIES_MAX,
                    "There are %d saved queries, saved_queries_max allows no more; remove one first.".formatted(found));
        }
        return put(UUID.randomUUID().toString(), asked, body);
    }

    ObjectNode change(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        return put(mine(asked).id(), asked, body);
    }

    ObjectNode remove(Parameters asked) throws IOException {
        asked.allowOnly();
        SavedQuery gone = mine(asked);
        kept.remove(gone.id());
        return json(gone);
    }

    private ObjectNode put(String id, Parameters asked, byte[] body) throws IOException {
        Sent sent = Sent.of(body, "name", "sql", "description");
        SavedQuery query = new SavedQuery(
                id,
                sent.text("name", SavedQuery.NAME_CHARS_MAX).strip(),
                sent.text("sql", QueryLimits.SQL_CHARACTERS_MAX),
                Objects.requireNonNullElse(sent.textOr("description", SavedQuery.DESCRIPTION_CHARS_MAX, ""), ""),
                asked.caller().name(),
                clock.instant());
        kept.put(query);
        return json(query);
    }

    private SavedQuery mine(Parameters asked) throws IOException {
        String id = asked.path("id");
        if (examples.stream().anyMatch(example -> example.id().equals(id))) {
            throw Problem.forbidden(
                    "%s is an example that comes with Apian and stays as it is; save a copy of it.".formatted(id));
        }
        return kept.all().stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "No such saved query",
                        "There is no saved query with the id %s; GET /api/v1/hunt/saved lists those there are."
                                .formatted(id)));
    }

    private static ObjectNode json(SavedQuery query) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", query.id())
                .put("name", query.name())
                .put("sql", query.sql())
                .put("description", query.description())
                .put("author", query.author())
                .put("changed", query.changed().toString())
                .put("built_in", false);
    }

    private static ObjectNode json(Examples.Example example) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", example.id())
                .put("name", example.name())
                .put("sql", example.sql())
                .put("description", example.description())
                .putNull("author")
                .putNull("changed")
                .put("built_in", true);
    }
}
