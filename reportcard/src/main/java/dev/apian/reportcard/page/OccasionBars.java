// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.Coincidence;
import java.util.List;

/// What harmless thing was going on when our alert was false.
final class OccasionBars {

    private static final double WIDTH = 570;
    private static final double LEFT = 150;
    private static final double RIGHT = 500;
    private static final double ROW = 32;
    private static final double TOP = 24;

    private OccasionBars() {}

    static String figure(Contestant ours) {
        List<Coincidence> occasions = ours.score().coincidences();
        long falseAlerts = ours.score().everyDay().alerts();
        if (occasions.isEmpty() || falseAlerts == 0) {
            return "";
        }
        Coincidence most = occasions.getFirst();
        return Html.figure(
                share(most, falseAlerts) + " of the false alerts of " + ours.name() + " came with "
                        + (most.occasion().equals(Coincidence.NONE)
                                ? "no occasion that would explain them"
                                : "the occasion “" + most.occasion() + "”"),
                "Of " + Numbers.count(falseAlerts)
                        + " false alerts, how many came with each kind of occasion, then or in"
                        + " the 24 hours before. One that came with several kinds counts once for each. Coincidence is"
                        + " not yet a cause.",
                picture(ours, occasions, falseAlerts),
                table(occasions, falseAlerts));
    }

    private static Svg picture(Contestant ours, List<Coincidence> occasions, long falseAlerts) {
        double bottom = TOP + occasions.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + 50);
        List<Double> ticks = Ticks.upTo((double) occasions.getFirst().falseAlerts());
        Scale x = Scale.linear(0, ticks.getLast(), LEFT, RIGHT);
        new Plot(svg, x, Scale.linear(0, 1, bottom, TOP)).xTicks(ticks, Numbers::number, "false alerts");
        for (int i = 0; i < occasions.size(); i++) {
            Coincidence one = occasions.get(i);
            double y = TOP + i * ROW;
            boolean isNone = one.occasion().equals(Coincidence.NONE);
            double end = x.place((double) one.falseAlerts());
            svg.text("", "end", LEFT - 12, y + 20, one.occasion());
            svg.bar(isNone ? "quiet" : "fill " + ours.style(), LEFT, y + 6, end - LEFT, 20, one.occasion());
            svg.text(
                    "",
                    "start",
                    end + 8,
                    y + 20,
                    Numbers.count(one.falseAlerts()) + " (" + share(one, falseAlerts) + ")");
        }
        return svg;
    }

    private static String share(Coincidence one, long falseAlerts) {
        return Numbers.percent((double) one.falseAlerts() / falseAlerts);
    }

    private static String table(List<Coincidence> occasions, long falseAlerts) {
        Table table = new Table(
                Table.Cell.words("occasion"), Table.Cell.number("false alerts"), Table.Cell.number("share of all"));
        for (Coincidence one : occasions) {
            table.row(
                    Table.Cell.words(one.occasion()),
                    Table.Cell.number(Numbers.count(one.falseAlerts())),
                    Table.Cell.number(share(one, falseAlerts)));
        }
        return table.markup();
    }
}
