// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The newest calls that meet some conditions, without reading all days: from the last day backwards, more days at a
/// time the longer it takes.
///
/// Of each stretch the times are looked for first, which are a small part of what is stored, and then the few calls.
///
/// @param from   the first moment; null from the beginning
/// @param to     the moment after the last; null to the end
/// @param filter adds all conditions on the calls `c`, these two too
record Latest(
        Archive archive, @Nullable Instant from, @Nullable Instant to, UnaryOperator<Sql> filter) {

    /// Each stretch holds so many times the calls of the one before, whatever days that takes.
    private static final int GROWTH = 3;

    private static final String DAYS = """
            SELECT date_trunc('day', hour) AS "day", CAST(sum(calls) AS BIGINT) AS calls
            FROM hourly WHERE hour >= ? AND hour < ? GROUP BY 1 ORDER BY 1 DESC
            """;

    /// @param before calls after this moment are none of them; null if that is not known
    List<ObjectNode> rows(@Nullable Instant before, int limit) throws IOException {
        Counted counted = archive.counted();
        if (!counted.isSummary()) {
            return full(Calls.selecting(), limit);
        }
        Horizon horizon = Horizon.of(counted);
        Instant first = from == null || from.isBefore(horizon.first()) ? horizon.first() : from;
        Instant last = earliest(to, before, horizon.last());
        List<ObjectNode> days =
                counted.rows(Sql.of(DAYS, first.truncatedTo(ChronoUnit.DAYS), last.plus(1, ChronoUnit.HOURS)));
        Instant end = null;
        long wanted = limit;
        List<ObjectNode> found = new ArrayList<>();
        for (int next = 0; found.size() < limit && (next < days.size() || end == null); ) {
            long calls = 0;
            Instant start = first;
            for (; next < days.size() && calls < wanted; next++) {
                calls += days.get(next).path("calls").asLong();
                start = Instant.parse(days.get(next).path("day").asString());
            }
            found.addAll(within(next < days.size() ? start : null, end, limit - found.size()));
            end = start;
            wanted = calls * GROWTH;
        }
        return found;
    }

    /// @param since null for the beginning, where late calls may be that summaries do not know of
    private List<ObjectNode> within(@Nullable Instant since, @Nullable Instant end, int limit) throws IOException {
        Sql times = filter.apply(Sql.of("SELECT min(time) AS since, count(*) AS n FROM (SELECT c.time FROM calls c"));
        bound(times, since, end).add("ORDER BY c.time DESC LIMIT ?)", limit);
        ObjectNode known = archive.row(times);
        if (known.path("n").asLong() == 0) {
            return List.of();
        }
        Sql sql = Calls.selecting()
                .where("c.time >= ?", Instant.parse(known.path("since").asString()));
        return full(bound(sql, null, end), limit);
    }

    private static Sql bound(Sql sql, @Nullable Instant since, @Nullable Instant end) {
        return sql.whereIfGiven("c.time >= ?", since).whereIfGiven("c.time < ?", end);
    }

    private List<ObjectNode> full(Sql sql, int limit) throws IOException {
        return archive.rows(filter.apply(sql).add("ORDER BY c.time DESC, c.call_id DESC LIMIT ?", limit));
    }

    private static Instant earliest(@Nullable Instant a, @Nullable Instant b, Instant c) {
        Instant earliest = a == null || c.isBefore(a) ? c : a;
        return b == null || earliest.isBefore(b) ? earliest : b;
    }
}
