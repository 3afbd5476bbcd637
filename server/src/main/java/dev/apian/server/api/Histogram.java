// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How many calls there were when, of those that [Calls] would list: the picture that one draws a range on.
///
/// One actor's calls are read by its index. Of an endpoint, or of all, summaries know the hours; finer steps are asked
/// for over short ranges, which are few files.
final class Histogram {

    static final int BUCKETS_MAX = 400;

    /// From the finest; each divides the next, so that a day's bucket ends where its hours do.
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private static final int CALLS_MAX = 250_000;

    private final Archive archive;
    private final ActorCalls ofOne;

    Histogram(Archive archive) {
        this.archive = archive;
        this.ofOne = new ActorCalls(archive);
    }

    /// @param from a multiple of the step
    private record Reach(Instant from, Instant to, Duration step) {

        static Reach of(Instant from, Instant to) {
            Duration span = Duration.between(from, to);
            Duration step = STEPS.stream()
                    .filter(one -> one.multipliedBy(BUCKETS_MAX - 1L).compareTo(span) >= 0)
                    .findFirst()
                    .orElseThrow(() -> Problem.badParameter(
                            "from and to are %d days apart, at most %d are allowed; ask for less time"
                                    .formatted(span.toDays(), STEPS.getLast().toDays() * (BUCKETS_MAX - 1L))));
            return new Reach(floor(from, step), to, step);
        }

        private static Instant floor(Instant time, Duration step) {
            return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
        }

        boolean isOfHours() {
            return step.compareTo(Duration.ofHours(1)) >= 0;
        }
    }

    /// Of a bucket: calls, and those that were refused or failed.
    private static final class Count {
        private long calls;
        private long errors;

        void add(long more, long moreErrors) {
            calls += more;
            errors += moreErrors;
        }
    }

    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly(
                "actor", "endpoint", "entity_type", "entity_id", "status", "country", "asn", "device", "from", "to");
        Calls.filter(Sql.of(""), asked); // says what is wrong
        Counted counted = archive.counted();
        Instant from = asked.instant("from");
        Instant to = asked.instant("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.badParameter("from is not before to; give an earlier from, or none");
        }
        Optional<List<CallRow>> known = ofOne.newest(asked, null, CALLS_MAX + 1)
                .map(ActorCalls.Found::calls)
                .filter(calls -> calls.size() <= CALLS_MAX);
        Reach reach = known.isPresent() && !known.get().isEmpty()
                ? Reach.of(
                        or(from, CallJson.timeOf(known.get().getLast())),
                        or(to, after(CallJson.timeOf(known.get().getFirst()))))
                : reachOfTheLake(counted, from, to);
        Map<Long, Count> counts = new TreeMap<>();
        if (known.isPresent()) {
            known.get().forEach(call -> count(counts, reach, call));
            return answer(reach, counts, new Counted(archive, null));
        }
        if (counted.isSummary() && reach.isOfHours() && isOfEndpoints(asked)) {
            ask(counted, hours(asked, reach), counts);
            return answer(reach, counts, counted);
        }
        ask(archive, calls(asked, reach), counts);
        return answer(reach, counts, new Counted(archive, null));
    }

    private static Instant or(@Nullable Instant given, Instant otherwise) {
        return given == null ? otherwise : given;
    }

    private static Instant after(Instant time) {
        return time.plusNanos(1_000);
    }

    private static Reach reachOfTheLake(Counted counted, @Nullable Instant from, @Nullable Instant to)
            throws IOException {
        Horizon horizon = Horizon.of(counted);
        Instant end = or(to, after(horizon.last()));
        Instant start = or(from, horizon.first());
        return Reach.of(start.isBefore(end) ? start : end.minus(Duration.ofDays(1)), end);
    }

    private static void count(Map<Long, Count> counts, Reach reach, CallRow call) {
        long bucket = Math.floorDiv(call.timeMicros(), reach.step.toMillis() * 1_000);
        counts.computeIfAbsent(bucket, any -> new Count()).add(1, call.status() >= 400 ? 1 : 0);
    }

    private static boolean isOfEndpoints(Parameters asked) {
        return List.of("actor", "entity_type", "country", "asn", "device").stream()
                .allMatch(name -> asked.text(name) == null);
    }

    private static Sql hours(Parameters asked, Reach reach) {
        String endpoint = asked.text("endpoint");
        Sql sql = Sql.of(
                        "SELECT epoch_ms(hour) // ? AS place, CAST(sum(calls) AS BIGINT) AS calls,",
                        reach.step.toMillis())
                .add("CAST(coalesce(sum(calls) FILTER (WHERE status >= 400), 0) AS BIGINT) AS errors FROM hours c");
        if (endpoint != null) {
            EndpointId.of(endpoint).ifPresentOrElse(known -> known.filter(sql, "c"), () -> sql.where("false"));
        }
        if (asked.text("status") != null) {
            sql.where("c.status = ?", asked.integer("status", -1, 999, -1));
        }
        return sql.where("hour >= ?", reach.from).where("hour < ?", reach.to).add("GROUP BY 1");
    }

    private static Sql calls(Parameters asked, Reach reach) {
        Sql sql = Sql.of("SELECT epoch_ms(c.time) // ? AS place, count(*) AS calls,", reach.step.toMillis())
                .add("count(*) FILTER (WHERE c.status >= 400) AS errors FROM calls c");
        Calls.filter(sql, asked);
        return sql.where("c.time >= ?", reach.from)
                .where("c.time < ?", reach.to)
                .add("GROUP BY 1");
    }

    private static void ask(Asking asking, Sql sql, Map<Long, Count> counts) throws IOException {
        for (ObjectNode row : asking.rows(sql)) {
            counts.computeIfAbsent(row.path("place").asLong(), any -> new Count())
                    .add(row.path("calls").asLong(), row.path("errors").asLong());
        }
    }

    private static ObjectNode answer(Reach reach, Map<Long, Count> counts, Counted counted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("from", reach.from.toString()).put("to", reach.to.toString());
        answer.put("step_seconds", reach.step.toSeconds());
        ArrayNode buckets = answer.putArray("buckets");
        for (Instant time = reach.from; time.isBefore(reach.to); time = time.plus(reach.step)) {
            Count count = counts.getOrDefault(time.getEpochSecond() / reach.step.toSeconds(), new Count());
            buckets.addObject()
                    .put("time", time.toString())
                    .put("calls", count.calls)
                    .put("errors", count.errors);
        }
        return counted.tell(answer);
    }
}
