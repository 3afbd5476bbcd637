// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.shadow.Kind;
import dev.apian.reportcard.shadow.ShadowReport;
import dev.apian.reportcard.shadow.ShadowReport.Outcome;
import dev.apian.reportcard.shadow.ShadowReport.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What Apian would have seen in a user's own traffic, as one page: endpoints down, kinds of attack across.
public final class ShadowPage {

    /// Profiles of less time than this are young.
    private static final double YOUNG_DAYS = 13;

    private ShadowPage() {}

    /// HTML that is well-formed XML too.
    public static String html(ShadowReport report) {
        String body = Html.element("header", Html.element("h1", "Would Apian have seen it here?"))
                + first(report)
                + Html.section(
                        "Endpoint by endpoint",
                        "The endpoints that matter most, with the time from an attack's first call to the alert and the"
                                + " detection that spoke first.",
                        matrix(report))
                + Html.section("What was tried", "Each at every endpoint where somebody fitted the part.", kinds());
        return ReportPage.document("Would Apian have seen it here?", body);
    }

    private static String first(ShadowReport report) {
        long seen = report.count(Outcome.SEEN);
        long tried = seen + report.count(Outcome.NOT_SEEN);
        String lead = "Of " + Numbers.count(tried) + " attacks put into a copy of your traffic, Apian would have seen "
                + "<b>" + Numbers.count(seen) + "</b>.";
        String beside =
                "%s: %s calls of %s actors in %.1f days. As it is, it raises %s alerts. Nothing was written there."
                        .formatted(
                                report.source(),
                                Numbers.count(report.calls()),
                                Numbers.count(report.actors()),
                                report.days(),
                                Numbers.count(report.alerts()));
        String left =
                Html.element("div", Html.element("p", "lead", lead) + Html.element("p", "beside", Html.text(beside)));
        String right =
                Html.element("div", "short", Html.element("h2", "What this cannot tell") + Html.list(limits(report)));
        return Html.element("div", "first", left + right);
    }

    private static List<String> limits(ShadowReport report) {
        List<String> limits = new ArrayList<>();
        if (!report.bodies()) {
            limits.add("Kept calls have no bodies and no roles, so whether something was ever shown to somebody, or is"
                    + " usual for a role, is judged worse than in live traffic. Give record files to do it in full.");
        }
        if (report.days() < YOUNG_DAYS) {
            limits.add("With %.1f days of traffic, profiles are young: after weeks more is seen."
                    .formatted(report.days()));
        }
        limits.add("Each attack has one script and happens once; a real attacker adapts.");
        long left = report.count(Outcome.NOT_TRIED);
        if (left > 0) {
            limits.add(Numbers.count(left) + " could not be tried; the table says why.");
        }
        return limits;
    }

    private static String matrix(ShadowReport report) {
        List<Table.Cell> head = new ArrayList<>();
        head.add(Table.Cell.words("endpoint"));
        Arrays.stream(Kind.values()).forEach(kind -> head.add(Table.Cell.words(kind.label())));
        Table table = new Table(head.toArray(Table.Cell[]::new));
        Map<String, List<Row>> byEndpoint = new LinkedHashMap<>();
        report.rows()
                .forEach(row -> byEndpoint
                        .computeIfAbsent(row.endpoint(), _ -> new ArrayList<>())
                        .add(row));
        byEndpoint.forEach((endpoint, rows) -> {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.words(endpoint));
            rows.forEach(row -> cells.add(cell(row)));
            table.row(cells.toArray(Table.Cell[]::new));
        });
        return table.markup();
    }

    private static Table.Cell cell(Row row) {
        return switch (row.outcome()) {
            case SEEN ->
                Table.Cell.verdict(true, "seen after " + Numbers.hours(row.hours()) + " by " + row.detection());
            case NOT_SEEN -> Table.Cell.verdict(false, "not seen, " + Numbers.count(row.callsBefore()) + " calls");
            case NOT_TRIED -> Table.Cell.words("not tried: " + row.note());
        };
    }

    private static String kinds() {
        return Html.list(Arrays.stream(Kind.values())
                .map(kind -> kind.label() + ": " + kind.story() + ".")
                .toList());
    }
}
