// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Calls by the hour, hours without calls included.
final class Hours {

    static final Duration WEEK = Duration.ofDays(7);

    private final Map<Instant, Long> calls = new HashMap<>();

    /// @param counting a statement over `calls` that ends with its conditions, and gives `hour` and `calls`
    static Hours of(Asking archive, Sql counting) throws IOException {
        Hours hours = new Hours();
        for (ObjectNode row : archive.rows(counting.add("GROUP BY hour"))) {
            hours.calls.put(
                    Instant.parse(row.path("hour").asString()),
                    row.path("calls").asLong());
        }
        return hours;
    }

    /// Begins a statement for [#of].
    static Sql counting() {
        return Sql.of("SELECT date_trunc('hour', time) AS hour, count(*) AS calls FROM calls");
    }

    /// The same over summaries, to which conditions on endpoint and host are added, and `hour >= ?`.
    static Sql summing() {
        return Sql.of("SELECT hour, CAST(sum(calls) AS BIGINT) AS calls FROM hours");
    }

    static Instant hourOf(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }

    void add(Instant hour) {
        calls.merge(hour, 1L, Long::sum);
    }

    long at(Instant hour) {
        return calls.getOrDefault(hour, 0L);
    }

    /// The hours of the week that ends with the hour of a moment.
    ArrayNode weekTo(Instant last) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        Instant end = hourOf(last).plus(1, ChronoUnit.HOURS);
        for (Instant hour = end.minus(WEEK); hour.isBefore(end); hour = hour.plus(1, ChronoUnit.HOURS)) {
            out.addObject().put("time", hour.toString()).put("calls", at(hour));
        }
        return out;
    }
}
