// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.AtRecall;
import dev.apian.reportcard.score.CurvePoint;
import dev.apian.reportcard.score.Estimate;
import dev.apian.reportcard.score.MethodScore;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What share of the attacks each method finds for how many false alerts, as its cut falls.
final class RecallCurves {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 480;
    private static final double RIGHT = 940;
    /// The first that is reached goes into the title.
    private static final List<Double> TO_COMPARE = List.of(0.8, 0.5);

    private RecallCurves() {}

    static String figure(List<Contestant> all) {
        List<Contestant> drawn =
                all.stream().filter(one -> !one.score().curve().isEmpty()).toList();
        if (drawn.isEmpty()) {
            return "";
        }
        return Html.figure(
                title(drawn),
                "Higher is better, further left is better. Each curve is one method as its cut falls from strict to"
                        + " loose; the dot is the cut it runs at. Dashed: as published. Left edge: that few or none.",
                picture(drawn),
                table(drawn));
    }

    private static String title(List<Contestant> drawn) {
        Contestant ours = drawn.getFirst();
        for (double recall : TO_COMPARE) {
            Optional<Double> price = price(ours.score(), recall);
            if (price.isPresent()) {
                return ours.name() + " finds " + Numbers.percent(recall) + " of the attacks at "
                        + Numbers.number(price.get()) + " false alerts per 1,000 actors a day"
                        + Contestant.bestRival(drawn)
                                .map(rival -> against(rival, recall))
                                .orElse("");
            }
        }
        return ours.name() + " does not find half of the attacks at any cut";
    }

    private static String against(Contestant rival, double recall) {
        return "; " + rival.name()
                + price(rival.score(), recall)
                        .map(price -> " needs " + Numbers.number(price))
                        .orElse(" never finds as many");
    }

    private static Optional<Double> price(MethodScore score, double recall) {
        return score.atRecall().stream()
                .filter(at -> at.recall() == recall)
                .map(AtRecall::falsePerThousand)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static Svg picture(List<Contestant> drawn) {
        List<Double> decades = Ticks.decades(drawn.stream()
                .flatMapToDouble(one -> DoubleStream.concat(
                        one.score().curve().stream().mapToDouble(CurvePoint::falsePerThousand),
                        Stream.ofNullable(one.score().everyDay().perThousand()).mapToDouble(Estimate::value))));
        Svg svg = new Svg(WIDTH, HEIGHT);
        Scale x = Scale.logarithmic(decades.getFirst(), decades.getLast(), 52, RIGHT);
        Scale y = Scale.linear(0, 1, HEIGHT - 50, 36);
        new Plot(svg, x, y)
                .xTicks(decades, Numbers::number, "false alerts per 1,000 actors and day (log scale)")
                .yTicks(Ticks.SHARES, Numbers::percent, "share of attacks found");
        double[] ends = drawn.stream()
                .mapToDouble(one -> y.place(one.score().curve().getLast().recall()))
                .toArray();
        double[] names = Labels.spread(ends, 18, 36, HEIGHT - 50);
        for (int i = drawn.size() - 1; i >= 0; i--) {
            Contestant one = drawn.get(i);
            double endsAt = x.place(one.score().curve().getLast().falsePerThousand());
            svg.line("leader", endsAt, ends[i], RIGHT + 14, ends[i])
                    .line("leader", RIGHT + 14, ends[i], RIGHT + 26, names[i]);
            svg.text(one.nameStyle(), "start", RIGHT + 30, names[i] + 4, one.name());
            svg.path(one.curveStyle(), steps(one.score().curve(), x, y));
        }
        for (int i = drawn.size() - 1; i >= 0; i--) {
            operatingPoint(svg, drawn.get(i), x, y);
        }
        return svg;
    }

    private static Svg.Path steps(List<CurvePoint> curve, Scale x, Scale y) {
        Svg.Path path = new Svg.Path();
        double height = 0;
        for (CurvePoint point : curve) {
            path.to(x.place(point.falsePerThousand()), y.place(height));
            path.to(x.place(point.falsePerThousand()), y.place(point.recall()));
            height = point.recall();
        }
        return path;
    }

    private static void operatingPoint(Svg svg, Contestant one, Scale x, Scale y) {
        Estimate price = one.score().everyDay().perThousand();
        Estimate recall = one.score().overall().recall();
        if (price != null && recall != null) {
            String hint = one.name() + ": " + Numbers.percent(recall.value()) + " at " + Numbers.number(price.value());
            String style = (one.dashed() ? "hollow " : "dot ") + one.style();
            svg.dot(style, x.place(price.value()), y.place(recall.value()), one.isOurs() ? 8 : 5, hint);
        }
    }

    private static String table(List<Contestant> drawn) {
        Table table = new Table(
                Table.Cell.words("false alerts per 1,000 actors and day"),
                Table.Cell.number("to find 50 %"),
                Table.Cell.number("to find 80 %"),
                Table.Cell.number("to find 95 %"));
        for (Contestant one : drawn) {
            List<Table.Cell> cells = one.score().atRecall().stream()
                    .map(at -> Table.Cell.number(
                            at.falsePerThousand() == null ? "never" : Numbers.number(at.falsePerThousand())))
                    .toList();
            table.row(Stream.concat(Stream.of(Table.Cell.words(one.name())), cells.stream())
                    .toArray(Table.Cell[]::new));
        }
        return table.markup();
    }
}
