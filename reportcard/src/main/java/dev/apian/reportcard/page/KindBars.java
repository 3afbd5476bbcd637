// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.Estimate;
import dev.apian.reportcard.score.KindScore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What share of each kind of attack is found, beside the best rival.
final class KindBars {

    private static final double WIDTH = 1200;
    private static final double LEFT = 260;
    private static final double RIGHT = 920;
    private static final double ROW = 34;
    private static final double TOP = 44;

    private static final Comparator<KindScore> BEST_FIRST =
            Comparator.comparingDouble((KindScore kind) -> share(kind)).reversed();

    private KindBars() {}

    static String figure(Contestant ours, Optional<Contestant> rival) {
        List<KindScore> kinds = ours.score().kinds().stream().sorted(BEST_FIRST).toList();
        if (kinds.isEmpty()) {
            return "";
        }
        String against = rival.map(one -> ", and the thin bar below the best rival, " + one.name())
                .orElse("");
        return Html.figure(
                title(ours, kinds),
                "The thick bar is " + ours.name() + against
                        + ", by average precision. Whiskers: 95 % interval"
                        + " by drawing the attacks again; with few attacks, or all of them found, it is narrower than"
                        + " what we know.",
                picture(ours, rival, kinds),
                table(ours, rival));
    }

    private static String title(Contestant ours, List<KindScore> kinds) {
        KindScore worst = kinds.getLast();
        return ours.name() + " finds " + name(kinds.getFirst()) + " best, " + counts(kinds.getFirst()) + ", and "
                + name(worst) + " worst, " + counts(worst);
    }

    private static Svg picture(Contestant ours, Optional<Contestant> rival, List<KindScore> kinds) {
        double bottom = TOP + kinds.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + 48);
        Scale x = Scale.linear(0, 1, LEFT, RIGHT);
        new Plot(svg, x, Scale.linear(0, 1, bottom, TOP))
                .xTicks(Ticks.SHARES, Numbers::percent, "share of attacks found");
        svg.text(ours.nameStyle(), "start", RIGHT + 24, TOP - 14, ours.name());
        rival.ifPresent(one -> svg.text(one.nameStyle(), "start", RIGHT + 104, TOP - 14, one.name()));
        for (int i = 0; i < kinds.size(); i++) {
            KindScore kind = kinds.get(i);
            double y = TOP + i * ROW;
            svg.text("", "end", LEFT - 14, y + 18, name(kind));
            bar(svg, x, y + 5, 14, ours, kind);
            svg.text("strong", "start", RIGHT + 24, y + 18, counts(kind));
            same(rival, kind).ifPresent(other -> {
                bar(svg, x, y + 21, 6, rival.orElseThrow(), other);
                svg.text("", "start", RIGHT + 104, y + 18, counts(other));
            });
        }
        return svg;
    }

    private static void bar(Svg svg, Scale x, double y, double height, Contestant one, KindScore kind) {
        Estimate recall = kind.recall();
        if (recall != null) {
            String hint = one.name() + ", " + name(kind) + ": " + Numbers.percent(recall.value()) + " ("
                    + Numbers.percentInterval(recall) + ")";
            double end = x.place(recall.value());
            svg.bar("pale " + one.style(), x.start(), y, end - x.start(), height, hint);
            svg.line("edge " + one.style(), end, y, end, y + height);
            double middle = y + height / 2;
            svg.line("whisker", x.place(recall.low()), middle, x.place(recall.high()), middle);
            svg.line("whisker", x.place(recall.low()), middle - 3, x.place(recall.low()), middle + 3);
            svg.line("whisker", x.place(recall.high()), middle - 3, x.place(recall.high()), middle + 3);
        }
    }

    private static String table(Contestant ours, Optional<Contestant> rival) {
        Table table = new Table(
                Table.Cell.words("attack"),
                Table.Cell.words("method"),
                Table.Cell.number("attacks"),
                Table.Cell.number("found"),
                Table.Cell.number("share (95 % interval)"),
                Table.Cell.number("median time to detect"),
                Table.Cell.number("nine in ten within"),
                Table.Cell.number("median calls before"),
                Table.Cell.number("share of calls before"));
        for (KindScore kind : ours.score().kinds()) {
            table.row(row(ours, kind));
            same(rival, kind).ifPresent(other -> table.row(row(rival.orElseThrow(), other)));
        }
        return table.markup();
    }

    private static Table.Cell[] row(Contestant one, KindScore kind) {
        return new Table.Cell[] {
            Table.Cell.words(name(kind)),
            Table.Cell.words(one.name()),
            Table.Cell.number(Numbers.count(kind.attacks())),
            Table.Cell.number(Numbers.count(kind.found())),
            Table.Cell.number(Numbers.percent(Numbers.value(kind.recall())), Numbers.percentInterval(kind.recall())),
            Table.Cell.number(Numbers.hours(kind.medianHours())),
            Table.Cell.number(Numbers.hours(kind.p90Hours())),
            Table.Cell.number(Numbers.number(kind.medianDamage())),
            Table.Cell.number(Numbers.percent(kind.damageShare()))
        };
    }

    private static Optional<KindScore> same(Optional<Contestant> rival, KindScore kind) {
        return rival.stream()
                .flatMap(one -> one.score().kinds().stream())
                .filter(other ->
                        other.kind().equals(kind.kind()) && other.tactics().equals(kind.tactics()))
                .findFirst();
    }

    static String name(KindScore kind) {
        return kind.tactics().isEmpty() ? kind.kind() : kind.kind() + " (" + kind.tactics() + ")";
    }

    static String counts(KindScore kind) {
        return kind.found() + " of " + kind.attacks();
    }

    private static double share(KindScore kind) {
        return kind.attacks() == 0 ? 0 : (double) kind.found() / kind.attacks();
    }
}
