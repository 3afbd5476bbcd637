// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.score.Alert;
import dev.apian.reportcard.score.Alerts;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.world.Examined;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A long time in which nothing bad happens: every alert is one too many.
final class BoringYear {

    /// One alert a week among 1,000 actors.
    static final double BUDGET_PER_ACTOR_AND_DAY = 1 / 7.0 / 1_000;

    private static final long DAY_MICROS = 24L * 3_600 * 1_000_000;

    private BoringYear() {}

    static ReportCard.BoringYear of(Examined peace, double cut) {
        List<Alert> alerts = Alerts.merged(
                peace.apian().stream().filter(finding -> finding.score() >= cut).toList());
        int[] days = new int[peace.truth().days()];
        Map<String, Integer> months = new TreeMap<>();
        for (int day = 0; day < days.length; day++) {
            months.putIfAbsent(month(peace.truth().start() + day * DAY_MICROS), 0);
        }
        for (Alert alert : alerts) {
            int day = (int) Math.floorDiv(alert.micros() - peace.truth().start(), DAY_MICROS);
            days[Math.clamp(day, 0, days.length - 1)]++;
            months.merge(month(alert.micros()), 1, Integer::sum);
        }
        List<Integer> perDay = new ArrayList<>();
        for (int count : days) {
            perDay.add(count);
        }
        double budget = BUDGET_PER_ACTOR_AND_DAY * peace.line().actors();
        return new ReportCard.BoringYear(
                peace.truth().world(),
                perDay,
                budget,
                months.entrySet().stream()
                        .map(month -> new ReportCard.MonthLine(month.getKey(), month.getValue()))
                        .toList());
    }

    private static String month(long micros) {
        return YearMonth.from(Instant.ofEpochSecond(micros / 1_000_000).atZone(ZoneOffset.UTC))
                .toString();
    }
}
