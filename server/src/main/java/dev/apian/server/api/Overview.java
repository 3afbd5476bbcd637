// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Verdict;
import dev.apian.engine.source.Rejects.Sample;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.server.http.Parameters;
import dev.apian.server.live.Progress;
import dev.apian.server.live.Watched;
import dev.apian.stage.triage.Alert.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How much was seen, how far it got, what was refused. Counting may go over the whole lake, so it is done at most
/// once in a while for all who look.
final class Overview {

    private static final Duration COUNTS_KEPT = Duration.ofSeconds(5);

    private static final int SAMPLES_MAX = 3;

    private static final String COUNTS = """
            SELECT count(*) AS calls, count(DISTINCT actor) AS actors, count(DISTINCT (endpoint, host)) AS endpoints,
                   (SELECT count(DISTINCT (e.type, e.id)) FROM (SELECT unnest(entities) AS e FROM calls)) AS entities,
                   min(time) AS first_call, max(time) AS last_call
            FROM calls
            """;

    private static final String TOTALS = "SELECT calls, actors, endpoints, entities, first_call, last_call FROM totals";

    private final Archive archive;
    private final Cases cases;
    private final Watched watched;
    private final InstantSource clock;
    private @Nullable ObjectNode counts;
    private Instant countsEnd = Instant.MIN;

    Overview(Archive archive, Cases cases, Watched watched, InstantSource clock) {
        this.archive = archive;
        this.cases = cases;
        this.watched = watched;
        this.clock = clock;
    }

    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly();
        Progress reached = watched.progress();
        Instant eventTime = eventTime(reached);
        ObjectNode answer = counts(eventTime).deepCopy();
        ObjectNode open = answer.putObject("open_alerts");
        for (String severity : Severity.LABELS) {
            open.put(severity, 0);
        }
        cases.all().stream()
                .filter(one -> one.verdict().status().equals(Verdict.OPEN))
                .map(one -> one.text("severity"))
                .forEach(severity -> open.put(severity, open.path(severity).asInt(0) + 1));
        answer.put("event_time", eventTime == null ? null : eventTime.toString());
        answer.put("late_calls", reached.late());
        answer.put("waiting_calls", reached.waiting());
        reached.dropped().forEach(answer.putObject("dropped")::put);
        answer.set("rejects", rejects());
        answer.set("skipped", skipped());
        return answer;
    }

    static @Nullable Instant eventTime(Progress reached) {
        return reached.eventMicros() == Long.MIN_VALUE
                ? null
                : Instant.EPOCH.plus(reached.eventMicros(), ChronoUnit.MICROS);
    }

    private synchronized ObjectNode counts(@Nullable Instant eventTime) throws IOException {
        ObjectNode known = counts;
        if (known != null && clock.instant().isBefore(countsEnd)) {
            return known;
        }
        Counted counted = archive.counted();
        ObjectNode fresh = counted.row(Sql.of(counted.isSummary() ? TOTALS : COUNTS));
        fresh.set("calls_per_hour", eventTime == null ? none() : hours(counted, eventTime));
        counted.tell(fresh);
        counts = fresh;
        countsEnd = clock.instant().plus(COUNTS_KEPT);
        return fresh;
    }

    private ArrayNode rejects() {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (Tally tally : watched.rejects()) {
            ArrayNode samples = out.addObject()
                    .put("reason", tally.reason().replace(' ', '_'))
                    .put("count", tally.count())
                    .putArray("samples");
            tally.samples().stream()
                    .map(Sample::sample)
                    .distinct()
                    .limit(SAMPLES_MAX)
                    .forEach(samples::add);
        }
        return out;
    }

    private ArrayNode skipped() {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        watched.skipped()
                .counts()
                .forEach((reason, count) ->
                        out.addObject().put("reason", reason.label()).put("count", count));
        return out;
    }

    private static ArrayNode hours(Counted counted, Instant eventTime) throws IOException {
        Instant from = eventTime.minus(Hours.WEEK);
        Sql counting = counted.isSummary()
                ? Sql.of("SELECT hour, CAST(sum(calls) AS BIGINT) AS calls FROM hourly")
                        .where("hour >= ?", from)
                : Hours.counting().where("time >= ?", from);
        return Hours.of(counted, counting).weekTo(eventTime);
    }

    private static ArrayNode none() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
