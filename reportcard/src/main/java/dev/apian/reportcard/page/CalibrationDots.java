// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.Calibration;
import java.util.List;

/// The risk that was said against the share that was true.
final class CalibrationDots {

    private static final double WIDTH = 570;
    private static final double HEIGHT = 420;
    private static final double SMALLEST = 4;
    private static final double LARGEST = 14;
    private static final double NEAR_THE_AXIS = 0.08;

    private CalibrationDots() {}

    static String figure(Contestant ours) {
        Calibration calibration = ours.score().calibration();
        if (calibration == null) {
            return "";
        }
        return Html.figure(
                "Said risk and true share differ by " + Numbers.number(calibration.expectedError()) + " on average",
                "On the dashed line a risk of 0.7 is true seven times in ten. Below it " + ours.name()
                        + " is too sure, above it too shy. All alerts, whatever the cut; beside each dot: how"
                        + " many.",
                picture(ours, calibration),
                table(calibration));
    }

    private static Svg picture(Contestant ours, Calibration calibration) {
        Svg svg = new Svg(WIDTH, HEIGHT);
        Scale x = Scale.linear(0, 1, 52, WIDTH - 24);
        Scale y = Scale.linear(0, 1, HEIGHT - 50, 36);
        new Plot(svg, x, y)
                .xTicks(Ticks.SHARES, Numbers::number, "mean risk of the alerts")
                .yTicks(Ticks.SHARES, Numbers::percent, "share of the alerts that is true");
        svg.path("reference", new Svg.Path().to(x.place(0), y.place(0)).to(x.place(1), y.place(1)));
        Svg.Path path = new Svg.Path();
        List<Calibration.Bucket> buckets = calibration.buckets();
        buckets.forEach(bucket -> path.to(x.place(bucket.meanRisk()), y.place(bucket.shareTrue())));
        svg.path("curve " + ours.style(), path);
        long most = buckets.stream().mapToLong(Calibration.Bucket::alerts).max().orElse(1);
        for (Calibration.Bucket bucket : buckets) {
            double radius = Math.max(SMALLEST, LARGEST * Math.sqrt((double) bucket.alerts() / most));
            double left = x.place(bucket.meanRisk());
            double up = y.place(bucket.shareTrue());
            svg.dot("dot " + ours.style(), left, up, radius, hint(bucket));
            boolean isAbove = bucket.shareTrue() > bucket.meanRisk();
            boolean isAtTheBottom = bucket.shareTrue() < NEAR_THE_AXIS;
            svg.text(
                    "tick",
                    isAbove ? "end" : "start",
                    left + (isAbove ? -radius - 4 : radius + 4),
                    up + (isAbove || isAtTheBottom ? -6 : 12),
                    Numbers.count(bucket.alerts()));
        }
        return svg;
    }

    private static String hint(Calibration.Bucket bucket) {
        return Numbers.count(bucket.alerts()) + " alerts of risk " + range(bucket) + ": "
                + Numbers.percent(bucket.shareTrue()) + " true";
    }

    private static String range(Calibration.Bucket bucket) {
        return Numbers.number(bucket.from()) + "–" + Numbers.number(bucket.to());
    }

    private static String table(Calibration calibration) {
        Table table = new Table(
                Table.Cell.words("risk"),
                Table.Cell.number("alerts"),
                Table.Cell.number("mean risk"),
                Table.Cell.number("share true"));
        for (Calibration.Bucket bucket : calibration.buckets()) {
            table.row(
                    Table.Cell.words(range(bucket)),
                    Table.Cell.number(Numbers.count(bucket.alerts())),
                    Table.Cell.number(Numbers.number(bucket.meanRisk())),
                    Table.Cell.number(Numbers.percent(bucket.shareTrue())));
        }
        return table.markup();
    }
}
