// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.sketch.NegativeBinomial;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The actor's calls by the hour around an alert, beside what is usual for it at that hour of the day.
///
/// Usual is what the lake says of the same hour on the days before, up to four weeks and never after the story
/// began: an attack does not get to move its own yardstick.
final class AlertSeries {

    private static final Duration BEFORE = Duration.ofDays(3);
    private static final Duration AFTER = Duration.ofHours(12);
    private static final Duration HISTORY = Duration.ofDays(28);
    private static final int HOURS_MAX = 744;
    private static final int MARKS_MAX = 50;

    /// With fewer days of history nothing is called usual.
    private static final int DAYS_MIN = 3;

    /// The share of hours that stay at or under the upper end is one minus this.
    private static final double BEYOND_USUAL = 1e-3;

    private final Cases cases;
    private final Archive archive;
    private final ActorCalls ofOne;
    private final Supplier<@Nullable Instant> eventTime;

    AlertSeries(Cases cases, Archive archive, Supplier<@Nullable Instant> eventTime) {
        this.cases = cases;
        this.archive = archive;
        this.ofOne = new ActorCalls(archive);
        this.eventTime = eventTime;
    }

    ObjectNode of(Parameters asked) throws IOException {
        asked.allowOnly();
        Case one = cases.byId(asked.path("id"));
        Instant began = one.time("first_seen");
        Instant end = end(one);
        Instant start = latest(Hours.hourOf(began.minus(BEFORE)), end.minus(HOURS_MAX, ChronoUnit.HOURS));
        Instant known = start.minus(HISTORY);
        Optional<ActorDeeds> deeds = ofOne.deeds(one.actor(), end);
        Hours hours = deeds.isPresent() ? deeds.get().hours() : hours(one.actor(), known, end);
        Instant firstCall = deeds.isPresent() ? deeds.get().first() : firstCall(one.actor(), end);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode buckets = answer.putArray("buckets");
        for (Instant hour = start; hour.isBefore(end); hour = hour.plus(1, ChronoUnit.HOURS)) {
            ObjectNode bucket = buckets.addObject();
            bucket.put("time", hour.toString()).put("calls", hours.at(hour));
            putUsual(bucket, sameHourBefore(hour, hours, latest(known, firstCall), began));
        }
        answer.set("marks", marks(one));
        return answer;
    }

    private Instant end(Case one) {
        Instant end = Hours.hourOf(one.time("last_seen").plus(AFTER)).plus(1, ChronoUnit.HOURS);
        Instant reached = eventTime.get();
        Instant limit = reached == null ? end : Hours.hourOf(reached).plus(1, ChronoUnit.HOURS);
        return limit.isBefore(end) ? limit : end;
    }

    private Hours hours(String actor, Instant from, Instant to) throws IOException {
        return Hours.of(
                archive,
                Hours.counting()
                        .where("actor = ?", actor)
                        .where("time >= ?", from)
                        .where("time < ?", to));
    }

    private Instant firstCall(String actor, Instant otherwise) throws IOException {
        ObjectNode row =
                archive.row(Sql.of("SELECT min(time) AS first FROM calls").where("actor = ?", actor));
        return row.path("first").isNull()
                ? otherwise
                : Instant.parse(row.path("first").asString());
    }

    private static List<Long> sameHourBefore(Instant hour, Hours hours, Instant since, Instant began) {
        List<Long> counts = new ArrayList<>();
        for (Instant day = hour.minus(1, ChronoUnit.DAYS); !day.isBefore(since); day = day.minus(1, ChronoUnit.DAYS)) {
            if (day.plus(1, ChronoUnit.HOURS).isBefore(began)) {
                counts.add(hours.at(day));
            }
        }
        return counts;
    }

    private static void putUsual(ObjectNode bucket, List<Long> counts) {
        if (counts.size() < DAYS_MIN) {
            bucket.putNull("expected").putNull("usual_upper");
            return;
        }
        double mean = counts.stream().mapToLong(Long::longValue).average().orElse(0);
        double spread = counts.stream()
                .mapToDouble(count -> (count - mean) * (count - mean))
                .sum();
        // Half a call more than seen, since not having seen one yet does not mean never.
        double careful = mean + 0.5 / counts.size();
        double variance = Math.max(spread / (counts.size() - 1), careful);
        bucket.put("expected", Math.round(mean * 100) / 100.0);
        bucket.put("usual_upper", (double) NegativeBinomial.upper(BEYOND_USUAL, careful, variance));
    }

    private static ArrayNode marks(Case one) {
        ArrayNode marks = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> signals = one.alert().path("signals").values().stream()
                .sorted((a, b) -> Case.at(a).compareTo(Case.at(b)))
                .limit(MARKS_MAX - 1L)
                .toList();
        boolean raised = false;
        for (JsonNode signal : signals) {
            if (!raised && Case.at(signal).isAfter(one.raised())) {
                raised = mark(marks, one.raised(), "raised", "raised");
            }
            mark(marks, Case.at(signal), "signal", signal.path("scenario").asString(""));
        }
        if (!raised) {
            mark(marks, one.raised(), "raised", "raised");
        }
        return marks;
    }

    private static boolean mark(ArrayNode marks, Instant time, String kind, String label) {
        marks.addObject().put("time", time.toString()).put("kind", kind).put("label", label);
        return true;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
