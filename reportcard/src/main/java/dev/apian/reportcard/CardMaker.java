// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.rival.Rival;
import dev.apian.reportcard.rival.Rivals;
import dev.apian.reportcard.rival.Tuning;
import dev.apian.reportcard.score.Estimate;
import dev.apian.reportcard.score.Finding;
import dev.apian.reportcard.score.Judged;
import dev.apian.reportcard.score.MethodScore;
import dev.apian.reportcard.score.Nominal;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.score.Scoring;
import dev.apian.reportcard.world.Examined;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.WorldSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Makes a report card: runs the worlds, tunes the rivals on others, scores everybody by the same rules.
public final class CardMaker {

    /// Apian alerts from this risk on.
    private static final double APIAN_CUT = 0.5;

    /// Rivals are tuned on worlds with these seeds, in peace, which everybody knows. Apian is tuned on none of them.
    private static final List<Long> TUNING_SEEDS = List.of(9_001L, 9_002L, 9_003L);

    /// A rival may be as loud as Apian, but need not be quieter than this.
    private static final double BUDGET_MIN = 0.1;

    private static final long BOOTSTRAP_SEED = 1;
    private static final long BORING_SEED_OFFSET = 77;
    private static final long ADAPTIVE_SEED_OFFSET = 7_000_000;

    private final CardSettings settings;
    private final Watcher watcher;

    public CardMaker(CardSettings settings, Watcher watcher) {
        this.settings = settings;
        this.watcher = watcher;
    }

    public ReportCard make() throws InterruptedException {
        try (Worlds worlds = new Worlds(settings.threads(), watcher)) {
            Future<Examined> boring = settings.boringDays() == 0 ? null : worlds.later(boringWorld(), List::of);
            List<Future<Examined>> tuning = new ArrayList<>();
            for (int i = 0; i < TUNING_SEEDS.size(); i++) {
                tuning.add(worlds.later(world(TUNING_SEEDS.get(i), i).withoutAttacks(), Rivals::all));
            }
            List<Future<Examined>> graded = new ArrayList<>();
            for (int i = 0; i < settings.seeds().size(); i++) {
                graded.add(worlds.later(world(settings.seeds().get(i), i), Rivals::all));
            }
            List<Examined> peace = Worlds.all(tuning);
            List<Examined> sealed = Worlds.all(graded);
            List<ReportCard.AdaptiveRow> adaptive = settings.adaptive()
                    ? new AdaptiveAttacker(
                                    worlds,
                                    settings.actors(),
                                    APIAN_CUT,
                                    settings.seeds().getFirst() + ADAPTIVE_SEED_OFFSET)
                            .search()
                    : List.of();
            return card(peace, sealed, boring == null ? null : Worlds.get(boring), adaptive, audit());
        }
    }

    private WorldSettings boringWorld() {
        long seed = settings.seeds().getFirst() + BORING_SEED_OFFSET;
        return WorldSettings.of(settings.boringDays(), settings.boringActors(), seed)
                .withoutAttacks();
    }

    private WorldSettings world(long seed, int number) {
        return WorldSettings.of(settings.days(), settings.actors(), seed)
                .in(CardSettings.trade(number))
                .with(Portion.of(AttackOrder.everyWay(), number));
    }

    private List<ReportCard.AuditRow> audit() {
        ShortcutAudit audit = new ShortcutAudit();
        for (int i = 0; i < settings.seeds().size(); i++) {
            audit.add(world(settings.seeds().get(i), i), watcher);
        }
        return audit.rows();
    }

    private ReportCard card(
            List<Examined> peace,
            List<Examined> sealed,
            @Nullable Examined boring,
            List<ReportCard.AdaptiveRow> adaptive,
            List<ReportCard.AuditRow> audit) {
        List<MethodScore> methods = methods(peace, sealed);
        List<ReportCard.Recognition> recognitions =
                sealed.stream().map(Examined::recognition).toList();
        List<Nominal> nominals = boring == null ? List.of() : boring.nominals();
        ReportCard.BoringYear year = boring == null ? null : BoringYear.of(boring, APIAN_CUT);
        CardSettings.Build build = settings.build();
        return new ReportCard(
                "Apian report card",
                build.version(),
                build.commit(),
                build.madeAt(),
                build.machine(),
                sealed.stream().map(Examined::line).toList(),
                methods,
                recognitions,
                nominals,
                audit,
                year,
                adaptive,
                Targets.missedBy(methods.getFirst(), bestTuned(methods), recognitions, nominals, year, audit));
    }

    private static @Nullable MethodScore bestTuned(List<MethodScore> methods) {
        return methods.stream()
                .filter(method -> method.method().endsWith(", tuned"))
                .max(Comparator.comparingInt(method -> method.overall().found()))
                .orElse(null);
    }

    /// Apian first; then every rival as people publish it, and tuned to be as loud as Apian.
    private List<MethodScore> methods(List<Examined> peace, List<Examined> sealed) {
        List<MethodScore> methods = new ArrayList<>();
        MethodScore apian =
                Scoring.of("Apian", sealed.stream().map(Examined::ofApian).toList(), APIAN_CUT, BOOTSTRAP_SEED);
        methods.add(apian);
        double budget = budget(peace);
        for (Rival rival : Rivals.all()) {
            List<Judged> worlds =
                    sealed.stream().map(world -> world.of(rival.name())).toList();
            methods.add(Scoring.of(rival.name() + ", as published", worlds, rival.published(), BOOTSTRAP_SEED));
            methods.add(Scoring.of(rival.name() + ", tuned", worlds, tuned(rival, peace, budget), BOOTSTRAP_SEED));
        }
        return methods;
    }

    /// What Apian costs in peace, so that rivals may cost as much.
    private double budget(List<Examined> peace) {
        MethodScore apian =
                Scoring.of("Apian", peace.stream().map(Examined::ofApian).toList(), APIAN_CUT, BOOTSTRAP_SEED);
        Estimate rate = apian.everyDay().perThousand();
        return Math.max(BUDGET_MIN, rate == null ? 0 : rate.value());
    }

    private static double tuned(Rival rival, List<Examined> peace, double budget) {
        List<List<Finding>> claims = peace.stream()
                .map(world -> world.rivals().getOrDefault(rival.name(), List.of()))
                .toList();
        long actorDays = peace.stream()
                .mapToLong(world ->
                        (long) world.truth().actors().size() * world.truth().days())
                .sum();
        return Tuning.limit(claims, actorDays, budget);
    }
}
