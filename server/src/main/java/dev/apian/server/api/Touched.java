// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import dev.apian.lake.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What happened to one entity, by way of who touched it: summaries know that, and the calls of few actors are read
/// without the rest of the lake.
///
/// What many touch has many calls, so that the latest are found within its last days.
final class Touched {

    /// With more actors the last days are read instead.
    private static final int ACTORS_MAX = 12;

    private static final int SHOWN_ACTORS_MAX = 50;
    private static final Duration LAST_DAYS = Duration.ofDays(1);
    private static final int GROWTH = 4;

    private static final String TOUCHES = "SELECT " + Actors.REFERENCE.formatted("t.actor", "NULL") + """
             AS actor, t.actor AS id, t.how, t.whose, t.calls, t.served, t.first_seen, t.last_seen
            FROM touches t LEFT JOIN stored_actors s ON s.actor = t.actor
            """;

    private final Archive archive;
    private final ActorCalls ofOne;
    private final int recentMax;

    Touched(Archive archive, int recentMax) {
        this.archive = archive;
        this.ofOne = new ActorCalls(archive);
        this.recentMax = recentMax;
    }

    /// Adds the members `history`, `touched_by`, `callers` and `recent_calls`.
    void addTo(ObjectNode entity, Counted counted, String type, String id) throws IOException {
        List<ObjectNode> touches = counted.rows(Sql.of(TOUCHES)
                .where("t.entity_type = ?", type)
                .where("t.entity_id = ?", id)
                .where("t.actor IS NOT NULL")
                .add("ORDER BY t.first_seen, t.actor"));
        ArrayNode callers = entity.putArray("callers");
        touches.stream()
                .sorted(Comparator.comparingLong(
                                (ObjectNode one) -> -one.path("calls").asLong())
                        .thenComparing(one -> one.path("id").asString()))
                .limit(SHOWN_ACTORS_MAX)
                .forEach(one -> {
                    ObjectNode caller = callers.addObject();
                    for (String member : List.of("actor", "calls", "first_seen", "last_seen")) {
                        caller.set(member, one.path(member));
                    }
                });
        boolean isOfFew = touches.size() <= ACTORS_MAX
                && touches.stream().mapToLong(one -> one.path("calls").asLong()).sum()
                        == entity.path("calls").asLong(); // or some calls have no actor
        Optional<List<CallRow>> few = isOfFew ? latest(touches, type, id) : Optional.empty();
        if (few.isPresent()) {
            Map<String, JsonNode> actors = new HashMap<>();
            touches.forEach(one -> actors.put(one.path("id").asString(), one.path("actor")));
            Map<String, String> former = ofOne.naming().endpointsNow();
            entity.set("history", History.of(few.get(), former, actors, type, id));
            List<CallRow> recent =
                    few.get().subList(0, Math.min(recentMax, few.get().size()));
            CallJson json = new CallJson(
                    actor -> actors.getOrDefault(actor, NullNode.instance)
                            .path("name")
                            .asString(actor),
                    former);
            entity.putRawValue("recent_calls", json.list(recent));
        } else {
            addLastDays(entity, type, id);
        }
        ArrayNode touchedBy = entity.putArray("touched_by");
        touches.stream().limit(SHOWN_ACTORS_MAX).forEach(one -> {
            one.remove("id");
            touchedBy.add(one);
        });
    }

    /// The latest calls of few actors that name it; empty if those of one of them cannot be read alone.
    private Optional<List<CallRow>> latest(List<ObjectNode> touches, String type, String id) throws IOException {
        Predicate<CallRow> names = call -> call.entities().stream()
                .anyMatch(entity -> entity.type().equals(type) && entity.id().equals(id));
        List<CallRow> all = new ArrayList<>();
        for (ObjectNode touch : touches) {
            Instant from = Instant.parse(touch.path("first_seen").asString());
            Optional<List<CallRow>> calls =
                    ofOne.calls(touch.path("id").asString(), from, null, names, History.CALLS_MAX);
            if (calls.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(calls.get());
        }
        all.sort(Timeline.NEWEST_FIRST);
        return Optional.of(all.subList(0, Math.min(all.size(), History.CALLS_MAX)));
    }

    private void addLastDays(ObjectNode entity, String type, String id) throws IOException {
        Instant first = Instant.parse(entity.path("first_seen").asString());
        Instant last = Instant.parse(entity.path("last_seen").asString());
        long wanted = Math.min(History.CALLS_MAX, entity.path("calls").asLong());
        Duration reach = LAST_DAYS;
        ObjectNode told = History.since(archive, type, id, last.minus(reach));
        while (told.path("history").size() < wanted && last.minus(reach).isAfter(first)) {
            reach = reach.multipliedBy(GROWTH);
            told = History.since(archive, type, id, last.minus(reach));
        }
        entity.set("history", told.path("history"));
        entity.putArray("recent_calls")
                .addAll(ofOne.naming()
                        .name(archive.rows(Calls.selecting()
                                .where(Entities.NAMES, type, id)
                                .where("c.time >= ?", last.minus(reach))
                                .add("ORDER BY c.time DESC, c.call_id DESC LIMIT ?", recentMax))));
    }
}
