// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.ReportCard.BoringYear;
import dev.apian.reportcard.score.ReportCard.MonthLine;
import java.util.ArrayList;
import java.util.List;

/// A year without attacks, week by week: every alert is one too many.
final class YearBars {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 280;
    private static final double LEFT = 40;
    private static final double RIGHT = 1030;
    private static final int WEEK = 7;

    private YearBars() {}

    static String figure(BoringYear year) {
        int days = year.alertsPerDay().size();
        long alerts = sum(year.alertsPerDay());
        double perDay = days == 0 ? 0 : (double) alerts / days;
        boolean isWithin = perDay <= year.budgetPerDay();
        return Html.figure(
                Numbers.count(alerts) + " alerts in " + Numbers.count(days) + " days without an attack: "
                        + Numbers.number(perDay)
                        + " a day, " + (isWithin ? "within" : "above") + " the budget of "
                        + Numbers.number(year.budgetPerDay()),
                year.world() + ". One bar a week; the last one may be shorter than a week.",
                picture(year),
                table(year));
    }

    private static Svg picture(BoringYear year) {
        List<Integer> weeks = weeks(year.alertsPerDay());
        double budget = WEEK * year.budgetPerDay();
        double most = weeks.stream().mapToInt(Integer::intValue).max().orElse(0);
        Svg svg = new Svg(WIDTH, HEIGHT);
        List<Double> ticks = Ticks.upTo(Math.max(most, budget));
        Scale x = Scale.linear(0, Math.max(1, weeks.size()), LEFT, RIGHT);
        Scale y = Scale.linear(0, ticks.getLast(), HEIGHT - 46, 36);
        new Plot(svg, x, y).yTicks(ticks, Numbers::number, "alerts a week").xTicks(List.of(), Numbers::number, "");
        for (int week = 0; week < weeks.size(); week++) {
            double left = x.place(week) + 1.5;
            double top = y.place(weeks.get(week));
            svg.bar(
                    "fill ours",
                    left,
                    top,
                    x.place(week + 1) - 1.5 - left,
                    y.start() - top,
                    "week " + (week + 1) + ": " + weeks.get(week));
        }
        List<MonthLine> months = year.months();
        for (int month = 0; month < months.size(); month++) {
            double middle = LEFT + (month + 0.5) * (RIGHT - LEFT) / months.size();
            svg.text("tick", "middle", middle, y.start() + 18, months.get(month).month());
            svg.text(
                    "strong",
                    "middle",
                    middle,
                    y.start() + 36,
                    Numbers.count(months.get(month).alerts()));
        }
        if (!months.isEmpty()) {
            svg.text("axis-name", "start", RIGHT + 10, y.start() + 36, "alerts a month");
        }
        svg.line("limit", LEFT, y.place(budget), RIGHT, y.place(budget));
        svg.text(
                "limit-name",
                "start",
                RIGHT + 10,
                y.place(budget) + 4,
                "budget: " + Numbers.number(budget) + " a week");
        return svg;
    }

    private static List<Integer> weeks(List<Integer> days) {
        List<Integer> weeks = new ArrayList<>();
        for (int day = 0; day < days.size(); day += WEEK) {
            weeks.add((int) sum(days.subList(day, Math.min(days.size(), day + WEEK))));
        }
        return weeks;
    }

    private static String table(BoringYear year) {
        if (year.months().isEmpty()) {
            return "";
        }
        Table table = new Table(Table.Cell.words("month"), Table.Cell.number("alerts"));
        year.months()
                .forEach(month ->
                        table.row(Table.Cell.words(month.month()), Table.Cell.number(Numbers.count(month.alerts()))));
        return table.markup();
    }

    private static long sum(List<Integer> days) {
        return days.stream().mapToLong(Integer::longValue).sum();
    }
}
