// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.AtRecall;
import dev.apian.reportcard.score.FalseAlerts;
import dev.apian.reportcard.score.KindScore;
import dev.apian.reportcard.score.MethodScore;
import dev.apian.reportcard.score.ReportCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What somebody should know who reads no further: the key numbers, and what falls short.
final class FirstScreen {

    private static final double WEAK = 0.5;
    private static final int WEAK_SHOWN_MAX = 3;

    private FirstScreen() {}

    static String markup(ReportCard card, List<Contestant> all) {
        String left = all.isEmpty()
                ? ""
                : Html.element("div", lead(all) + tiles(all.getFirst().score()));
        List<String> gaps = new ArrayList<>(card.fallsShort());
        if (!all.isEmpty()) {
            gaps.addAll(weakKinds(all.getFirst().score()));
            gaps.addAll(betterRivals(all));
        }
        String right = gaps.isEmpty()
                ? ""
                : Html.element("div", "short", Html.element("h2", "What falls short") + Html.list(gaps));
        return Html.element("div", "first", left + right);
    }

    private static String lead(List<Contestant> all) {
        MethodScore ours = all.getFirst().score();
        KindScore overall = ours.overall();
        StringBuilder lead = new StringBuilder();
        if (overall.attacks() > 0) {
            lead.append("Of ")
                    .append(Numbers.count(overall.attacks()))
                    .append(" attacks in ")
                    .append(worlds(ours));
            lead.append(", ").append(Html.text(ours.method())).append(" finds ");
            lead.append(bold(Numbers.count(overall.found()) + " (" + percent(overall) + ")"));
            if (overall.medianHours() != null) {
                lead.append(", half of all within ").append(bold(Numbers.hours(overall.medianHours())));
            }
            lead.append(", at ");
        } else {
            lead.append("Without any attack, ").append(Html.text(ours.method())).append(" raises ");
        }
        lead.append(bold(rate(ours.everyDay()))).append(" false alerts per 1,000 actors a day.");
        String beside = Contestant.bestRival(all).map(FirstScreen::rival).orElse("");
        return Html.element("p", "lead", lead.toString()) + beside;
    }

    private static String rival(Contestant rival) {
        KindScore overall = rival.score().overall();
        return Html.element(
                "p",
                "beside",
                Html.text("The best rival that is tuned to be as loud, " + rival.name() + ", finds "
                        + Numbers.count(overall.found()) + " (" + percent(overall) + ") at "
                        + rate(rival.score().everyDay()) + "."));
    }

    private static String tiles(MethodScore ours) {
        KindScore overall = ours.overall();
        return Html.element(
                "dl",
                "tiles",
                tile("attacks found", percent(overall), interval(Numbers.percentInterval(overall.recall()), " %"))
                        + tile(
                                "false alerts per 1,000 actors a day",
                                rate(ours.everyDay()),
                                interval(Numbers.interval(ours.everyDay().perThousand()), ""))
                        + tile(
                                "median time to detect",
                                Numbers.hours(overall.medianHours()),
                                "nine in ten: " + Numbers.hours(overall.p90Hours()))
                        + tile(
                                "of an attack's calls come before detection",
                                Numbers.percent(overall.damageShare()),
                                "median " + Numbers.number(overall.medianDamage()) + " calls")
                        + tile(
                                "of the 20 worst alerts a day are true",
                                Numbers.percent(ours.dailyTop().precision()),
                                Numbers.count(ours.dailyTop().right()) + " of "
                                        + Numbers.count(ours.dailyTop().read()))
                        + tile("average precision", Numbers.number(ours.averagePrecision()), atEighty(ours)));
    }

    private static String atEighty(MethodScore ours) {
        return ours.atRecall().stream()
                .filter(at -> at.recall() == 0.8)
                .map(AtRecall::falsePerThousand)
                .map(price -> price == null ? "no cut finds 80 %" : Numbers.number(price) + " false to find 80 %")
                .findFirst()
                .orElse("");
    }

    private static String tile(String name, String value, String remark) {
        return Html.element(
                "div",
                "tile",
                Html.element("dt", Html.text(name))
                        + Html.element("dd", Html.text(value) + Html.element("small", Html.text(remark))));
    }

    private static List<String> weakKinds(MethodScore ours) {
        return ours.kinds().stream()
                .filter(kind -> kind.found() > 0 && kind.found() < WEAK * kind.attacks())
                .sorted(Comparator.comparingDouble(kind -> (double) kind.found() / kind.attacks()))
                .limit(WEAK_SHOWN_MAX)
                .map(kind -> "Found less than half of " + KindBars.name(kind) + ": " + KindBars.counts(kind) + ".")
                .toList();
    }

    private static List<String> betterRivals(List<Contestant> all) {
        Double ours = all.getFirst().score().averagePrecision();
        return all.stream()
                .skip(1)
                .flatMap(rival -> Optional.ofNullable(rival.score().averagePrecision())
                        .filter(theirs -> ours != null && theirs > ours)
                        .map(theirs -> rival.name() + " has the higher average precision, " + Numbers.number(theirs)
                                + " against " + Numbers.number(ours) + ".")
                        .stream())
                .toList();
    }

    private static String worlds(MethodScore ours) {
        return ours.worlds() == 1 ? "one world" : Numbers.count(ours.worlds()) + " worlds";
    }

    private static String percent(KindScore kind) {
        return Numbers.percent(Numbers.value(kind.recall()));
    }

    private static String rate(FalseAlerts alerts) {
        return Numbers.number(Numbers.value(alerts.perThousand()));
    }

    private static String interval(String numbers, String unit) {
        return numbers.isEmpty() ? "" : "95 % interval " + numbers + unit;
    }

    private static String bold(String raw) {
        return "<b>" + Html.text(raw) + "</b>";
    }
}
