// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import dev.apian.lake.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What happened to one entity, by way of who touched it: summaries know that, and the calls of few actors are read
/// without the rest of the lake.
///
/// What happened last is among the calls of those who touched it last, so that few actors are asked of those that
/// touched it. Where some calls have no actor, the last days are read instead.
final class Touched {

    /// Whose calls are read beside one another.
    private static final int ACTORS_AT_ONCE = 8;

    /// Of so many, calls up to the present are read; of more, those that summaries know.
    private static final int FEW_ACTORS = 12;

    /// With more actors the last days are read instead.
    private static final int ACTORS_MAX = 400;

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
        boolean allHaveActors =
                touches.stream().mapToLong(one -> one.path("calls").asLong()).sum()
                        == entity.path("calls").asLong();
        Optional<List<CallRow>> latest = allHaveActors ? latest(touches, type, id) : Optional.empty();
        if (latest.isPresent()) {
            Map<String, JsonNode> actors = new HashMap<>();
            touches.forEach(one -> actors.put(one.path("id").asString(), one.path("actor")));
            Map<String, String> former = ofOne.naming().endpointsNow();
            entity.set("history", History.of(latest.get(), former, actors, type, id));
            List<CallRow> recent =
                    latest.get().subList(0, Math.min(recentMax, latest.get().size()));
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

    /// The latest calls that name it; empty if those of an actor cannot be read alone, or if too many would have to be.
    private Optional<List<CallRow>> latest(List<ObjectNode> touches, String type, String id) throws IOException {
        Predicate<CallRow> names = call -> call.entities().stream()
                .anyMatch(entity -> entity.type().equals(type) && entity.id().equals(id));
        List<ObjectNode> lastFirst = touches.stream()
                .sorted(Comparator.comparing(Touched::lastSeen).reversed())
                .toList();
        boolean isOfFew = touches.size() <= FEW_ACTORS;
        List<CallRow> all = new ArrayList<>();
        for (int next = 0; next < lastFirst.size(); next += ACTORS_AT_ONCE) {
            boolean full = all.size() == History.CALLS_MAX;
            if (full && CallJson.timeOf(all.getLast()).isAfter(lastSeen(lastFirst.get(next)))) {
                break;
            }
            if (next >= ACTORS_MAX) {
                return Optional.empty();
            }
            List<ObjectNode> some = lastFirst.subList(next, Math.min(next + ACTORS_AT_ONCE, lastFirst.size()));
            for (Optional<List<CallRow>> calls : some.parallelStream()
                    .map(touch -> callsOf(touch, isOfFew ? null : after(lastSeen(touch)), names))
                    .toList()) {
                if (calls.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(calls.get());
            }
            all.sort(Timeline.NEWEST_FIRST);
            all.subList(Math.min(all.size(), History.CALLS_MAX), all.size()).clear();
        }
        return Optional.of(all);
    }

    private static Instant after(Instant time) {
        return time.plus(1, ChronoUnit.MICROS);
    }

    private static Instant lastSeen(ObjectNode touch) {
        return Instant.parse(touch.path("last_seen").asString());
    }

    /// @param to null for up to the present, which may be later than what summaries know
    private Optional<List<CallRow>> callsOf(ObjectNode touch, @Nullable Instant to, Predicate<CallRow> names) {
        Instant from = Instant.parse(touch.path("first_seen").asString());
        try {
            return ofOne.calls(touch.path("id").asString(), from, to, names, History.CALLS_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
