// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryResult;
import dev.apian.stage.call.Origin;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stream.Tick;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The calls of a lake as they were identified, in event order. Those that came too late were not judged and are left
/// out, as are those without an actor.
final class StoredCalls {

    static final long DAY_MICROS = Tick.PER_DAY * Tick.MICROS;

    /// Sorted at once; a day with more is read in slices of its time.
    private static final long SORTED_MAX = 500_000;

    private static final String CALLS_BY_DAY = """
            SELECT epoch_us(time) // 86400000000, count(*) FROM calls
            WHERE NOT late AND actor IS NOT NULL AND time >= ? AND time < ?
            GROUP BY 1
            """;

    private static final String ANSWERS_SEEN = """
            SELECT 1 FROM calls
            WHERE time >= ? AND time < ?
              AND len(list_filter(entities, lambda e: e.how = 'shown')) > 0
            LIMIT 1
            """;

    /// Each entity as type, id, how and whose, with characters between that no text of ours holds.
    private static final String CALLS = """
            SELECT epoch_us(time), call_id, host, method, path, endpoint, endpoint_id, status, actor, actor_kind,
                   credential, client_ip, country, asn, user_agent, device, request_bytes, response_bytes, duration_ms,
                   array_to_string(list_transform(entities, lambda e: concat(e.type, chr(31), e.id, chr(31),
                       coalesce(e.how, ''), chr(31), coalesce(e.whose, ''))), chr(30))
            FROM calls
            WHERE NOT late AND actor IS NOT NULL AND time >= ? AND time < ?
            ORDER BY time, call_id
            """;

    private final Query query;
    private final UnaryOperator<Origin> places;

    /// Takes a call; false if no more are wanted.
    interface Taking {
        boolean take(Identified call, List<Provenance> how);
    }

    StoredCalls(Query query, UnaryOperator<Origin> places) {
        this.query = query;
        this.places = places;
    }

    NavigableMap<Long, Long> byDay(long firstDay, long lastDay) throws QueryException, IOException {
        NavigableMap<Long, Long> days = new TreeMap<>();
        try (QueryResult rows =
                query.prepared(CALLS_BY_DAY, between(firstDay * DAY_MICROS, (lastDay + 1) * DAY_MICROS))) {
            while (rows.next()) {
                days.put(Recall.number(rows.get(0), 0), Recall.number(rows.get(1), 0));
            }
        }
        return days;
    }

    /// Reads the days of a span until all are read or no more are wanted.
    void read(Span span, Taking taking) throws QueryException, IOException {
        long begin = span.learnFrom() * DAY_MICROS;
        long end = (span.last() + 1) * DAY_MICROS;
        Recall recall = new Recall(Known.in(query), places, answersSeen(begin, end));
        for (long day = span.learnFrom(); day <= span.last(); day++) {
            long calls = span.calls().getOrDefault(day, 0L);
            int slices = (int) Math.ceilDiv(calls, SORTED_MAX);
            for (int slice = 0; slice < slices; slice++) {
                long from = day * DAY_MICROS + DAY_MICROS * slice / slices;
                long to = day * DAY_MICROS + DAY_MICROS * (slice + 1) / slices;
                if (!read(from, to, recall, taking)) {
                    return;
                }
            }
        }
    }

    private boolean read(long from, long to, Recall recall, Taking taking) throws QueryException, IOException {
        try (QueryResult rows = query.prepared(CALLS, between(from, to))) {
            while (rows.next()) {
                if (!taking.take(recall.call(rows), recall.how())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean answersSeen(long from, long to) throws QueryException, IOException {
        try (QueryResult rows = query.prepared(ANSWERS_SEEN, between(from, to))) {
            return rows.next();
        }
    }

    private static List<Instant> between(long from, long to) {
        return List.of(Instant.EPOCH.plus(from, ChronoUnit.MICROS), Instant.EPOCH.plus(to, ChronoUnit.MICROS));
    }
}
