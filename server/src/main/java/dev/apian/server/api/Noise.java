// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What each detection really raised in the last [#DAYS] days of event time, and what people said of it.
final class Noise {

    static final int DAYS = 30;

    private static final String SIGNALS = """
            SELECT scenario, epoch_us(time) // 86400000000 AS day, count(*) AS signals, max(time) AS latest
            FROM signals WHERE time >= ? GROUP BY 1, 2
            """;

    private static final String ACTORS =
            "SELECT scenario, count(DISTINCT actor) AS actors FROM signals WHERE time >= ? GROUP BY 1";

    private final Archive archive;
    private final Cases cases;

    Noise(Archive archive, Cases cases) {
        this.archive = archive;
        this.cases = cases;
    }

    /// Of one detection; days are counted from 1970 in UTC.
    static final class Of {

        private final Map<Long, Integer> signals = new TreeMap<>();
        private final Map<Long, Integer> alerts = new TreeMap<>();
        private final Map<String, Integer> verdicts = new HashMap<>();
        private int actors;
        private @Nullable Instant latest;

        int signals(long day) {
            return signals.getOrDefault(day, 0);
        }

        int alerts(long day) {
            return alerts.getOrDefault(day, 0);
        }

        private int verdicts(String... statuses) {
            return List.of(statuses).stream()
                    .mapToInt(status -> verdicts.getOrDefault(status, 0))
                    .sum();
        }

        private static int sum(Map<Long, Integer> byDay) {
            return byDay.values().stream().mapToInt(Integer::intValue).sum();
        }

        /// @param last the last day; null if there are no calls
        ObjectNode json(@Nullable Long last) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            ArrayNode days = out.putArray("days");
            for (long day = last == null ? 1 : last - DAYS + 1; last != null && day <= last; day++) {
                days.addObject()
                        .put("day", text(day))
                        .put("signals", signals(day))
                        .put("alerts", alerts(day));
            }
            out.put("signals", sum(signals)).put("alerts", sum(alerts)).put("actors", actors);
            out.put("open", verdicts(Verdict.OPEN, Verdict.INVESTIGATING));
            out.put("confirmed", verdicts("confirmed")).put("dismissed", verdicts("dismissed"));
            Instant finding = latest;
            return out.put("last_finding", finding == null ? null : finding.toString());
        }
    }

    static String text(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    /// By detection; one that raised nothing is not there.
    ///
    /// @param last the last day; null if there are no calls
    Map<String, Of> upTo(@Nullable Long last) throws IOException {
        Map<String, Of> all = new HashMap<>();
        if (last == null) {
            return all;
        }
        Instant from = LocalDate.ofEpochDay(last - DAYS + 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (ObjectNode row : archive.rows(Sql.of(SIGNALS, from))) {
            Of of = of(all, row);
            of.signals.put(row.path("day").asLong(), row.path("signals").asInt());
            Instant latest = Instant.parse(row.path("latest").asString());
            Instant known = of.latest;
            of.latest = known == null || latest.isAfter(known) ? latest : known;
        }
        for (ObjectNode row : archive.rows(Sql.of(ACTORS, from))) {
            of(all, row).actors = row.path("actors").asInt();
        }
        for (Case one : cases.all()) {
            if (!one.raised().isBefore(from)) {
                long day = Math.floorDiv(one.raised().getEpochSecond(), 86_400L);
                one.alert().path("scenarios").values().forEach(id -> {
                    Of of = all.computeIfAbsent(id.asString(""), _ -> new Of());
                    of.alerts.merge(day, 1, Integer::sum);
                    of.verdicts.merge(one.verdict().status(), 1, Integer::sum);
                });
            }
        }
        return all;
    }

    private static Of of(Map<String, Of> all, ObjectNode row) {
        return all.computeIfAbsent(row.path("scenario").asString(""), _ -> new Of());
    }
}
