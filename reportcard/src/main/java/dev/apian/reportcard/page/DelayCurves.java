// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import java.util.List;
import java.util.stream.Stream;

/// What share of the attacks is not found yet, as the hours go by.
final class DelayCurves {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 420;
    private static final double RIGHT = 940;

    private DelayCurves() {}

    static String figure(List<Contestant> all) {
        List<Contestant> drawn =
                all.stream().filter(one -> one.score().overall().attacks() > 0).toList();
        if (drawn.isEmpty()) {
            return "";
        }
        return Html.figure(
                title(drawn.getFirst()),
                "Lower is better, and so is falling early. Hours count from the attack's first call; where a curve ends"
                        + " on the right is the share it never finds.",
                picture(drawn),
                table(drawn));
    }

    private static String title(Contestant ours) {
        Double median = ours.score().overall().medianHours();
        int attacks = ours.score().overall().attacks();
        int missed = attacks - ours.score().overall().found();
        String start = median == null
                ? ours.name() + " finds less than half of the attacks"
                : "Half of the attacks are found by " + ours.name() + " within " + Numbers.hours(median);
        return start + "; " + Numbers.count(missed) + " of " + Numbers.count(attacks) + " never";
    }

    private static Svg picture(List<Contestant> drawn) {
        List<Double> ticks = Ticks.hours(drawn.stream()
                .flatMap(one -> one.score().hoursOfFound().stream())
                .mapToDouble(Double::doubleValue));
        Svg svg = new Svg(WIDTH, HEIGHT);
        Scale x = Scale.logarithmic(ticks.getFirst(), ticks.getLast(), 52, RIGHT);
        Scale y = Scale.linear(0, 1, HEIGHT - 50, 36);
        new Plot(svg, x, y)
                .xTicks(ticks, Ticks::hoursName, "time since the attack's first call (log scale)")
                .yTicks(Ticks.SHARES, Numbers::percent, "share of attacks not found yet");
        double[] ends = drawn.stream().mapToDouble(one -> y.place(missed(one))).toArray();
        double[] names = Labels.spread(ends, 18, 36, HEIGHT - 50);
        for (int i = drawn.size() - 1; i >= 0; i--) {
            Contestant one = drawn.get(i);
            svg.line("leader", RIGHT, ends[i], RIGHT + 26, names[i]);
            svg.text(one.nameStyle(), "start", RIGHT + 30, names[i] + 4, one.name());
            svg.path(one.curveStyle(), steps(one, x, y));
        }
        return svg;
    }

    private static Svg.Path steps(Contestant one, Scale x, Scale y) {
        double attacks = one.score().overall().attacks();
        Svg.Path path = new Svg.Path().to(x.start(), y.place(1));
        List<Double> hours = one.score().hoursOfFound();
        for (int i = 0; i < hours.size(); i++) {
            path.to(x.place(hours.get(i)), y.place(1 - i / attacks));
            path.to(x.place(hours.get(i)), y.place(1 - (i + 1) / attacks));
        }
        return path.to(x.end(), y.place(missed(one)));
    }

    private static double missed(Contestant one) {
        return 1
                - (double) one.score().hoursOfFound().size()
                        / one.score().overall().attacks();
    }

    private static String table(List<Contestant> drawn) {
        Table table = new Table(Stream.of("within", "1 h", "6 h", "1 day", "7 days", "ever")
                .map(head -> head.equals("within")
                        ? Table.Cell.words("share of attacks found within")
                        : Table.Cell.number(head))
                .toArray(Table.Cell[]::new));
        for (Contestant one : drawn) {
            Stream<Table.Cell> shares = Stream.of(1.0, 6.0, 24.0, 168.0, Double.MAX_VALUE)
                    .map(limit -> Table.Cell.number(Numbers.percent(within(one, limit))));
            table.row(Stream.concat(Stream.of(Table.Cell.words(one.name())), shares)
                    .toArray(Table.Cell[]::new));
        }
        return table.markup();
    }

    private static double within(Contestant one, double limit) {
        double found = one.score().hoursOfFound().stream()
                .filter(hours -> hours <= limit)
                .count();
        return found / one.score().overall().attacks();
    }
}
