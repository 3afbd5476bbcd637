// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How the calls of each endpoint on a page went over the last week of the data: one question for all of them.
record Trends(Horizon horizon) {

    private static final Duration STEP = Duration.ofHours(6);
    private static final int STEPS = (int) Hours.WEEK.dividedBy(STEP);

    private static final String COUNTING = """
            SELECT c.endpoint, coalesce(c.host, '') AS host,
                   (epoch_ms(c.time) - epoch_ms(?::TIMESTAMPTZ)) // ? AS step, count(*) AS calls
            FROM calls c JOIN (SELECT unnest(?::VARCHAR[]) AS endpoint, unnest(?::VARCHAR[]) AS host) p
                 ON p.endpoint = c.endpoint AND p.host = coalesce(c.host, '')
            WHERE c.time >= ?::TIMESTAMPTZ AND c.time < ?::TIMESTAMPTZ
            GROUP BY ALL
            """;

    private static final String SUMMING = COUNTING.replace("FROM calls c", "FROM hours c")
            .replace("c.time", "c.hour")
            .replace("count(*) AS calls", "CAST(sum(c.calls) AS BIGINT) AS calls");

    private record Key(String endpoint, String host) {

        private static Key of(JsonNode row) {
            return new Key(row.path("endpoint").asString(), row.path("host").asString(""));
        }
    }

    /// Calls that came after the horizon was drawn are left out.
    void addTo(ObjectNode answer, Counted counted) throws IOException {
        Instant from = horizon.end().minus(Hours.WEEK);
        Map<Key, long[]> counts = new HashMap<>();
        answer.path("items").forEach(item -> counts.put(Key.of(item), new long[STEPS]));
        for (ObjectNode row :
                counts.isEmpty() ? List.<ObjectNode>of() : counted.rows(counting(counted, from, counts.keySet()))) {
            long[] steps = counts.getOrDefault(Key.of(row), new long[STEPS]);
            steps[row.path("step").asInt()] += row.path("calls").asLong();
        }
        for (JsonNode item : answer.path("items")) {
            ArrayNode trend = ((ObjectNode) item).putArray("trend");
            for (long calls : counts.getOrDefault(Key.of(item), new long[STEPS])) {
                trend.add(calls);
            }
        }
        answer.put("trend_from", from.toString());
        answer.put("trend_step_hours", STEP.toHours());
    }

    private Sql counting(Counted counted, Instant from, Collection<Key> keys) {
        List<Key> page = List.copyOf(keys);
        return Sql.of(
                counted.isSummary() ? SUMMING : COUNTING,
                from,
                STEP.toMillis(),
                page.stream().map(Key::endpoint).toList(),
                page.stream().map(Key::host).toList(),
                from,
                horizon.end());
    }
}
