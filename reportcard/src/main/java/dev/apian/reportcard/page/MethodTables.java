// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.Because;
import dev.apian.reportcard.score.Estimate;
import dev.apian.reportcard.score.FalseAlerts;
import dev.apian.reportcard.score.KindScore;
import dev.apian.reportcard.score.MethodScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every method in numbers, one row each: what it finds, and what that costs.
final class MethodTables {

    private MethodTables() {}

    /// What each detection of a method contributed.
    static String reasons(Contestant one) {
        Table table = new Table(
                Table.Cell.words("detection that spoke first"),
                Table.Cell.number("alerts"),
                Table.Cell.number("of these false"),
                Table.Cell.number("share true"));
        for (Because reason : one.score().reasons()) {
            table.row(
                    Table.Cell.words(reason.because()),
                    Table.Cell.number(Numbers.count(reason.alerts())),
                    Table.Cell.number(Numbers.count(reason.alerts() - reason.trueAlerts())),
                    Table.Cell.number(Numbers.percent(reason.trueAlerts() / (double) reason.alerts())));
        }
        return one.score().reasons().isEmpty() ? "" : table.markup();
    }

    static String found(List<Contestant> all) {
        Table table = new Table(
                Table.Cell.words("what it finds"),
                Table.Cell.number("cut"),
                Table.Cell.number("attacks found"),
                Table.Cell.number("share (95 % interval)"),
                Table.Cell.number("median time to detect"),
                Table.Cell.number("nine in ten within"),
                Table.Cell.number("median calls before"),
                Table.Cell.number("share of calls before"),
                Table.Cell.number("average precision"),
                Table.Cell.number("true of 20 a day"));
        for (Contestant one : all) {
            MethodScore score = one.score();
            KindScore overall = score.overall();
            add(
                    table,
                    one,
                    Table.Cell.words(one.name()),
                    Table.Cell.number(Numbers.number(score.cut())),
                    Table.Cell.number(KindBars.counts(overall)),
                    Table.Cell.number(
                            Numbers.percent(Numbers.value(overall.recall())),
                            Numbers.percentInterval(overall.recall())),
                    Table.Cell.number(Numbers.hours(overall.medianHours())),
                    Table.Cell.number(Numbers.hours(overall.p90Hours())),
                    Table.Cell.number(Numbers.number(overall.medianDamage())),
                    Table.Cell.number(Numbers.percent(overall.damageShare())),
                    Table.Cell.number(Numbers.number(score.averagePrecision())),
                    Table.Cell.number(Numbers.percent(score.dailyTop().precision())));
        }
        return table.markup();
    }

    static String cost(List<Contestant> all) {
        Table table = new Table(
                Table.Cell.words("what it costs"),
                Table.Cell.number("alerts"),
                Table.Cell.number("of these false"),
                Table.Cell.number("false per 1,000 actors a day (95 % interval)"),
                Table.Cell.number("raw false findings per 1,000 actors a day"),
                Table.Cell.number("on release days"),
                Table.Cell.number("on calm days"));
        for (Contestant one : all) {
            FalseAlerts every = one.score().everyDay();
            add(
                    table,
                    one,
                    Table.Cell.words(one.name()),
                    Table.Cell.number(Numbers.count(one.score().alerts())),
                    Table.Cell.number(Numbers.count(every.alerts())),
                    rate(every.perThousand()),
                    Table.Cell.number(Numbers.number(every.rawPerThousand())),
                    rate(one.score().releaseDays().perThousand()),
                    rate(one.score().calmDays().perThousand()));
        }
        return table.markup();
    }

    private static Table.Cell rate(@Nullable Estimate rate) {
        return Table.Cell.number(Numbers.number(Numbers.value(rate)), Numbers.interval(rate));
    }

    private static void add(Table table, Contestant one, Table.Cell... cells) {
        if (one.isOurs()) {
            table.strongRow(cells);
        } else {
            table.row(cells);
        }
    }
}
