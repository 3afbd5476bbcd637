// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.EndpointScore;
import dev.apian.reportcard.score.Estimate;
import dev.apian.reportcard.score.Hits;
import dev.apian.reportcard.score.IdentityScore;
import dev.apian.reportcard.score.Nominal;
import dev.apian.reportcard.score.ReportCard.AdaptiveRow;
import dev.apian.reportcard.score.ReportCard.AuditRow;
import dev.apian.reportcard.score.ReportCard.Recognition;
import dev.apian.reportcard.score.ReportCard.WorldLine;
import java.util.List;

/// The sections that are tables and nothing else.
final class OtherTables {

    private static final int KEPT = 1;

    private OtherTables() {}

    static String recognitions(List<Recognition> recognitions) {
        Table table = new Table(
                Table.Cell.words("world"),
                Table.Cell.number("actors, true / found"),
                Table.Cell.number("pairs of calls: precision / recall"),
                Table.Cell.number("B³ precision / recall"),
                Table.Cell.number("B³ F1"),
                Table.Cell.number("most actors in one"),
                Table.Cell.number("endpoints F1"),
                Table.Cell.number("calls in right endpoints"),
                Table.Cell.number("entity ids F1"),
                Table.Cell.number("types agree (ARI)"));
        for (Recognition one : recognitions) {
            IdentityScore who = one.identity();
            EndpointScore where = one.endpoints();
            Hits ids = one.ids();
            table.row(
                    Table.Cell.words(one.world()),
                    Table.Cell.number(who == null ? Numbers.UNKNOWN : who.trueActors() + " / " + who.foundActors()),
                    Table.Cell.number(who == null ? Numbers.UNKNOWN : two(who.pairPrecision(), who.pairRecall())),
                    Table.Cell.number(who == null ? Numbers.UNKNOWN : two(who.bCubedPrecision(), who.bCubedRecall())),
                    Table.Cell.number(who == null ? Numbers.UNKNOWN : Numbers.number(who.bCubedF1())),
                    Table.Cell.number(who == null ? Numbers.UNKNOWN : Numbers.count(who.mostActorsInOne())),
                    Table.Cell.number(where == null ? Numbers.UNKNOWN : Numbers.number(where.f1())),
                    Table.Cell.number(where == null ? Numbers.UNKNOWN : Numbers.percent(where.groupingAccuracy())),
                    Table.Cell.number(ids == null ? Numbers.UNKNOWN : Numbers.number(ids.f1())),
                    Table.Cell.number(Numbers.number(one.typesAgree())));
        }
        return table.markup();
    }

    static String nominals(List<Nominal> nominals) {
        Table table = new Table(
                Table.Cell.words("calls of the actor"),
                Table.Cell.words("kind of actor"),
                Table.Cell.number("trials"),
                Table.Cell.number("alarms"),
                Table.Cell.number("promised rate"),
                Table.Cell.number("real / promised (95 % interval)"),
                Table.Cell.words("verdict"));
        for (Nominal one : nominals) {
            Estimate ratio = one.ratio();
            table.row(
                    Table.Cell.words(one.rateBucket()),
                    Table.Cell.words(one.kindOfActor()),
                    Table.Cell.number(Numbers.count(one.trials())),
                    Table.Cell.number(Numbers.count(one.alarms())),
                    Table.Cell.number(Numbers.number(one.nominal())),
                    Table.Cell.number(Numbers.number(Numbers.value(ratio)), Numbers.interval(ratio)),
                    ratio == null
                            ? Table.Cell.words(Numbers.UNKNOWN)
                            : Table.Cell.verdict(
                                    ratio.low() <= KEPT, ratio.low() > KEPT ? "more than promised" : "kept"));
        }
        return table.markup();
    }

    static String audit(List<AuditRow> audit) {
        Table table = new Table(
                Table.Cell.words("attack"),
                Table.Cell.words("tactics"),
                Table.Cell.words("best single feature"),
                Table.Cell.number("average precision by it alone"),
                Table.Cell.words("declared loud"),
                Table.Cell.words("verdict"));
        for (AuditRow row : audit) {
            table.row(
                    Table.Cell.words(row.kind()),
                    Table.Cell.words(row.tactics()),
                    Table.Cell.words(row.feature()),
                    Table.Cell.number(Numbers.number(row.averagePrecision())),
                    Table.Cell.words(row.loud() ? "yes" : "no"),
                    Table.Cell.verdict(row.passed(), row.passed() ? "passes" : "too easy"));
        }
        return table.markup();
    }

    static String adaptive(List<AdaptiveRow> rows) {
        Table table = new Table(
                Table.Cell.words("attack"),
                Table.Cell.number("most it takes unseen"),
                Table.Cell.number("a careless attacker takes"),
                Table.Cell.words("unit"),
                Table.Cell.words("what it found to do"));
        for (AdaptiveRow row : rows) {
            table.row(
                    Table.Cell.words(row.kind()),
                    Table.Cell.number(Numbers.number(row.mostUnseen())),
                    Table.Cell.number(Numbers.number(row.loudest())),
                    Table.Cell.words(row.unit()),
                    Table.Cell.words(row.how()));
        }
        return table.markup();
    }

    static String worlds(List<WorldLine> worlds) {
        Table table = new Table(
                Table.Cell.words("business"),
                Table.Cell.number("seed"),
                Table.Cell.number("actors"),
                Table.Cell.number("days"),
                Table.Cell.number("calls"),
                Table.Cell.number("attacks"));
        for (WorldLine world : worlds) {
            table.row(
                    Table.Cell.words(world.business()),
                    Table.Cell.number(Long.toString(world.seed())),
                    Table.Cell.number(Numbers.count(world.actors())),
                    Table.Cell.number(Numbers.count(world.days())),
                    Table.Cell.number(Numbers.count(world.calls())),
                    Table.Cell.number(Numbers.count(world.attacks())));
        }
        return table.markup();
    }

    private static String two(double precision, double recall) {
        return Numbers.number(precision) + " / " + Numbers.number(recall);
    }
}
