// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.engine.CoveredHour;
import dev.apian.engine.Gap;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.server.http.Parameters;
import dev.apian.server.live.Progress;
import dev.apian.server.live.Watched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What can be seen and what cannot, so that silence is never taken for calm: calls without an actor, answers that
/// nobody could read, hours in which a sender fell silent, what was late, refused or dropped.
final class Coverage {

    private static final int HOURS_SHOWN = 7 * 24;

    private final Watched watched;

    Coverage(Watched watched) {
        this.watched = watched;
    }

    ObjectNode show(Parameters asked) {
        asked.allowOnly();
        Progress reached = watched.progress();
        List<CoveredHour> hours = watched.coverage();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("from", hours.isEmpty() ? null : time(hours.getFirst().fromMicros()));
        answer.put("until", reached.eventMicros() == Long.MIN_VALUE ? null : time(reached.eventMicros()));
        long calls = hours.stream().mapToLong(CoveredHour::calls).sum();
        answer.put("calls", calls);
        answer.put("with_actor", hours.stream().mapToLong(CoveredHour::named).sum());
        answer.put("with_response", hours.stream().mapToLong(CoveredHour::read).sum());
        answer.put("late", hours.stream().mapToLong(CoveredHour::late).sum());
        answer.put(
                "rejected", watched.rejects().stream().mapToLong(Tally::count).sum());
        answer.put("waiting", reached.waiting());
        ObjectNode dropped = answer.putObject("dropped");
        reached.dropped().forEach(dropped::put);
        gaps(hours, reached, answer.putArray("gaps"));
        hours(hours, answer.putArray("hours"));
        return answer;
    }

    private static void gaps(List<CoveredHour> hours, Progress reached, ArrayNode out) {
        for (Gap gap : Gap.among(hours, reached.eventMicros()).reversed()) {
            out.addObject()
                    .put("from", time(gap.fromMicros()))
                    .put("until", time(gap.untilMicros()))
                    .put("calls", gap.calls())
                    .put("usual", gap.usual());
        }
    }

    private static void hours(List<CoveredHour> hours, ArrayNode out) {
        for (CoveredHour hour : hours.subList(Math.max(0, hours.size() - HOURS_SHOWN), hours.size())) {
            out.addObject()
                    .put("from", time(hour.fromMicros()))
                    .put("calls", hour.calls())
                    .put("with_actor", hour.named())
                    .put("with_response", hour.read())
                    .put("late", hour.late());
        }
    }

    private static @Nullable String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
