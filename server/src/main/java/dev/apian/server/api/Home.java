// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.engine.CoveredHour;
import dev.apian.engine.Gap;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.server.http.Parameters;
import dev.apian.server.live.Progress;
import dev.apian.server.live.Watched;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What needs a person today, how far learning got, what cannot be seen, and what happened, in one answer. Nothing of
/// it takes a look at the lake.
final class Home {

    private static final Duration SHOWN = Duration.ofDays(7);
    private static final int MARKS_MAX = 200;

    private final Cases cases;
    private final Watched watched;
    private final Notices notices;
    private final NewEndpoints newEndpoints;

    Home(Cases cases, Watched watched, Notices notices, Archive archive, InstantSource clock) {
        this.cases = cases;
        this.watched = watched;
        this.notices = notices;
        this.newEndpoints = new NewEndpoints(archive, clock);
    }

    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly();
        Instant reached = cases.eventTime();
        List<CoveredHour> hours = watched.coverage();
        Instant since = hours.isEmpty() ? null : time(hours.getFirst().fromMicros());
        NewEndpoints.Found released = newEndpoints.latest(reached);
        List<Case> all = cases.all();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("event_time", reached == null ? null : reached.toString());
        answer.set("alerts", alerts(all));
        ObjectNode learning = Learning.of(since, reached);
        learning.put("as_of", released.asOf() == null ? null : released.asOf().toString());
        ArrayNode young = learning.putArray("endpoints");
        if (reached != null) {
            released.items().forEach(row -> young.add(NewEndpoints.json(row, reached)));
        }
        answer.set("learning", learning);
        answer.set("coverage", coverage(hours));
        answer.set("notices", notices.all().path("items"));
        answer.set("timeline", timeline(hours, reached));
        answer.set("marks", marks(all, reached));
        return answer;
    }

    /// One of each campaign, the riskiest; what is done of today's stays counted.
    private ObjectNode alerts(List<Case> all) {
        Instant now = cases.now();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("alerts_a_day", cases.budget().alertsADay());
        Set<String> led = new HashSet<>();
        List<Case> today = all.stream()
                .filter(one ->
                        one.view(now).equals("queue") && one.standing().place().equals(Standing.TODAY))
                .sorted(Comparator.comparing((Case one) -> !one.verdict().isPending())
                        .thenComparing(Comparator.comparingDouble(Case::risk).reversed())
                        .thenComparing(Case::id))
                .filter(one -> one.standing().campaign() == null
                        || led.add(one.standing().campaign().id()))
                .toList();
        ArrayNode items = out.putArray("today");
        today.stream().filter(one -> one.verdict().isPending()).forEach(one -> items.add(one.summary()));
        out.put("done", today.size() - items.size());
        out.put("below", pending(all, now, "queue", Standing.BELOW));
        out.put("earlier", pending(all, now, "queue", Standing.EARLIER));
        out.put("snoozed", pending(all, now, "snoozed", ""));
        return out.put("suppressed", pending(all, now, "suppressed", ""));
    }

    private static long pending(List<Case> all, Instant now, String view, String place) {
        return all.stream()
                .filter(one -> one.verdict().isPending() && one.view(now).equals(view))
                .filter(one -> place.isEmpty() || one.standing().place().equals(place))
                .count();
    }

    private ObjectNode coverage(List<CoveredHour> hours) {
        Progress reached = watched.progress();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("calls", hours.stream().mapToLong(CoveredHour::calls).sum());
        out.put("with_actor", hours.stream().mapToLong(CoveredHour::named).sum());
        out.put("with_response", hours.stream().mapToLong(CoveredHour::read).sum());
        out.put("late", hours.stream().mapToLong(CoveredHour::late).sum());
        out.put("rejected", watched.rejects().stream().mapToLong(Tally::count).sum());
        out.put("waiting", reached.waiting());
        out.put(
                "dropped",
                reached.dropped().values().stream().mapToLong(Long::longValue).sum());
        ArrayNode gaps = out.putArray("gaps");
        for (Gap gap : Gap.among(hours, reached.eventMicros()).reversed()) {
            gaps.addObject()
                    .put("from", time(gap.fromMicros()).toString())
                    .put("until", time(gap.untilMicros()).toString())
                    .put("calls", gap.calls())
                    .put("usual", gap.usual());
        }
        return out;
    }

    private static ArrayNode timeline(List<CoveredHour> hours, @Nullable Instant reached) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (CoveredHour hour : hours) {
            Instant time = time(hour.fromMicros());
            if (reached != null && time.isAfter(reached.minus(SHOWN))) {
                out.addObject().put("time", time.toString()).put("calls", hour.calls());
            }
        }
        return out;
    }

    /// When alerts were raised, the riskiest if there are too many: a campaign once.
    private static ArrayNode marks(List<Case> all, @Nullable Instant reached) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        if (reached == null) {
            return out;
        }
        Set<String> led = new HashSet<>();
        all.stream()
                .filter(one -> one.standing().hiddenBy() == null && one.raised().isAfter(reached.minus(SHOWN)))
                .sorted(Case.RISKIEST)
                .filter(one -> one.standing().campaign() == null
                        || led.add(one.standing().campaign().id()))
                .limit(MARKS_MAX)
                .sorted(Comparator.comparing(Case::raised).thenComparing(Case::id))
                .forEach(one -> out.addObject()
                        .put("time", one.raised().toString())
                        .put("alert", one.id())
                        .put("title", one.text("title"))
                        .put("severity", one.text("severity"))
                        .put("deployment", one.fired("new-deployment")));
        return out;
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
