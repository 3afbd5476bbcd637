// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.score.Estimate;
import dev.apian.reportcard.score.KindScore;
import dev.apian.reportcard.score.MethodScore;
import dev.apian.reportcard.score.Nominal;
import dev.apian.reportcard.score.ReportCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What Apian set out to reach, and in sentences where it falls short of it.
final class Targets {

    private static final double FALSE_ALERTS_PER_THOUSAND = 0.5;
    private static final double RECALL_LOUD = 0.95;
    private static final double RECALL_STEALTHY = 0.8;
    private static final double PRECISION_AT_TWENTY = 0.5;
    private static final double CALIBRATION_ERROR = 0.05;
    private static final double PAIR_PRECISION = 0.999;
    private static final double PAIR_RECALL = 0.98;
    private static final double B_CUBED = 0.985;
    private static final double ENDPOINTS_F1 = 0.95;
    private static final double IDS_F1 = 0.97;
    private static final double TYPES_ARI = 0.9;
    private static final double RATIO_LOW = 0.5;
    private static final double RATIO_HIGH = 2;
    private static final int EXPECTED_ALARMS_MIN = 5;

    private final List<String> shortfalls = new ArrayList<>();

    /// @param best of the rivals at the same budget of false alerts, or null without rivals
    static List<String> missedBy(
            MethodScore apian,
            @Nullable MethodScore best,
            List<ReportCard.Recognition> recognitions,
            List<Nominal> nominals,
            ReportCard.@Nullable BoringYear year,
            List<ReportCard.AuditRow> audit) {
        Targets targets = new Targets();
        targets.recall(apian, true, RECALL_LOUD);
        targets.recall(apian, false, RECALL_STEALTHY);
        targets.neverFound(apian);
        targets.atMost("false alerts per 1,000 actors and day", rate(apian), FALSE_ALERTS_PER_THOUSAND);
        Double twenty = apian.dailyTop().precision();
        if (twenty != null) {
            targets.atLeast("precision at 20 a day", twenty, PRECISION_AT_TWENTY);
        }
        if (apian.calibration() != null) {
            targets.atMost(
                    "expected calibration error of the risk",
                    apian.calibration().expectedError(),
                    CALIBRATION_ERROR);
        }
        if (best != null && best.overall().found() > apian.overall().found()) {
            targets.say(
                    "%s finds %d attacks at the same budget, Apian %d",
                    best.method(), best.overall().found(), apian.overall().found());
        }
        targets.recognition(recognitions);
        targets.promises(nominals);
        targets.year(year);
        targets.audit(audit);
        return List.copyOf(targets.shortfalls);
    }

    private static double rate(MethodScore apian) {
        Estimate rate = apian.everyDay().perThousand();
        return rate == null ? 0 : rate.value();
    }

    private void recall(MethodScore apian, boolean loud, double least) {
        List<KindScore> kinds = apian.kinds().stream()
                .filter(kind -> kind.tactics().startsWith("loud") == loud)
                .toList();
        int attacks = kinds.stream().mapToInt(KindScore::attacks).sum();
        int found = kinds.stream().mapToInt(KindScore::found).sum();
        if (attacks > 0) {
            atLeast("recall of " + (loud ? "loud" : "stealthy") + " attacks", found / (double) attacks, least);
        }
    }

    private void neverFound(MethodScore apian) {
        String missed = apian.kinds().stream()
                .filter(kind -> kind.found() == 0)
                .map(kind -> kind.kind() + " (" + kind.tactics() + ")")
                .collect(Collectors.joining(", "));
        if (!missed.isEmpty()) {
            say("never found: %s", missed);
        }
    }

    /// The worst world stands for all.
    private void recognition(List<ReportCard.Recognition> worlds) {
        worst(
                worlds,
                "pairwise precision of identity",
                PAIR_PRECISION,
                world -> world.identity() == null ? 1 : world.identity().pairPrecision());
        worst(
                worlds,
                "pairwise recall of identity",
                PAIR_RECALL,
                world -> world.identity() == null ? 1 : world.identity().pairRecall());
        worst(
                worlds,
                "B-cubed F1 of identity",
                B_CUBED,
                world -> world.identity() == null ? 1 : world.identity().bCubedF1());
        worst(
                worlds,
                "F1 of exact endpoints",
                ENDPOINTS_F1,
                world -> world.endpoints() == null ? 1 : world.endpoints().f1());
        worst(
                worlds,
                "F1 of entity ids",
                IDS_F1,
                world -> world.ids() == null ? 1 : world.ids().f1());
        worst(
                worlds,
                "adjusted Rand index of entity types",
                TYPES_ARI,
                world -> world.typesAgree() == null ? 1 : world.typesAgree());
    }

    private void worst(
            List<ReportCard.Recognition> worlds,
            String what,
            double least,
            ToDoubleFunction<ReportCard.Recognition> value) {
        List<ReportCard.Recognition> below = worlds.stream()
                .filter(world -> value.applyAsDouble(world) < least)
                .sorted(Comparator.comparingDouble(value))
                .toList();
        if (!below.isEmpty()) {
            say(
                    "%s is below %.3f in %d of %d worlds; the worst is %.3f in %s",
                    what,
                    least,
                    below.size(),
                    worlds.size(),
                    value.applyAsDouble(below.getFirst()),
                    below.getFirst().world());
        }
    }

    private void promises(List<Nominal> nominals) {
        List<String> broken = new ArrayList<>();
        for (Nominal row : nominals) {
            Estimate ratio = row.ratio();
            boolean enough = row.nominal() * row.trials() >= EXPECTED_ALARMS_MIN;
            if (ratio != null && enough && (ratio.low() > RATIO_HIGH || ratio.high() < RATIO_LOW)) {
                broken.add(String.format(
                        Locale.ROOT,
                        "%s, %s at 1 in %.0f: %.1f times",
                        row.kindOfActor(),
                        row.rateBucket(),
                        1 / row.nominal(),
                        ratio.value()));
            }
        }
        if (!broken.isEmpty()) {
            say("probabilities of rare counts are off by more than twice: %s", String.join("; ", broken));
        }
    }

    private void year(ReportCard.@Nullable BoringYear year) {
        if (year != null) {
            int alerts =
                    year.alertsPerDay().stream().mapToInt(Integer::intValue).sum();
            double budget = year.budgetPerDay() * year.alertsPerDay().size();
            if (alerts > budget) {
                say(
                        "%d alerts in %d days without any attack, the budget is %.1f",
                        alerts, year.alertsPerDay().size(), budget);
            }
        }
    }

    private void audit(List<ReportCard.AuditRow> audit) {
        String easy = audit.stream()
                .filter(row -> !row.passed())
                .map(row -> row.kind() + " " + row.tactics())
                .collect(Collectors.joining(", "));
        if (!easy.isEmpty()) {
            say("too easy, one number on an actor's day finds them: %s", easy);
        }
    }

    private void atLeast(String what, double value, double least) {
        if (value < least) {
            say("%s is %.3f, the target is %.3f or more", what, value, least);
        }
    }

    private void atMost(String what, double value, double most) {
        if (value > most) {
            say("%s: %.3f, the target is %.3f or less", what, value, most);
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
    private void say(String format, Object... values) {
        shortfalls.add(String.format(Locale.ROOT, format, values));
    }
}
