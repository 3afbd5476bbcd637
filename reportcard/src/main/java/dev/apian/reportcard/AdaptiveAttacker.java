// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.score.Attacked;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.world.Examined;
import dev.apian.simulator.AttackKind;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Tactics;
import dev.apian.simulator.WorldSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An attacker who owns a copy of Apian and tries, for each kind of attack, how much can be taken without an alert.
///
/// Three rounds, each in worlds of its own: a coarse search over the force and the VPN, a finer one above the best
/// that stayed unseen, and the best of all again in fresh worlds, which is what is reported.
final class AdaptiveAttacker {

    private static final List<Double> COARSE = List.of(1.0, 0.5, 0.25, 0.12, 0.06, 0.03);
    private static final List<Double> FINER = List.of(0.25, 0.5, 0.75);
    private static final int REPETITIONS = 3;
    private static final int ATTACKS_PER_WORLD = 14;
    private static final int DAYS = 21;
    private static final long GRACE_MICROS = TimeUnit.DAYS.toMicros(1);

    private final Worlds worlds;
    private final int actors;
    private final double cut;
    private long seed;

    /// @param cut findings with at least this score are alerts
    AdaptiveAttacker(Worlds worlds, int actors, double cut, long seed) {
        this.worlds = worlds;
        this.actors = actors;
        this.cut = cut;
        this.seed = seed;
    }

    List<ReportCard.AdaptiveRow> search() throws InterruptedException {
        List<AttackOrder> coarse = new ArrayList<>();
        for (AttackKind kind : AttackKind.values()) {
            for (double force : COARSE) {
                coarse.add(new AttackOrder(kind, new Tactics(force, false)));
                if (kind.comesFromElsewhere()) {
                    coarse.add(new AttackOrder(kind, new Tactics(force, true)));
                }
            }
        }
        List<Try> tries = new ArrayList<>(attempt(coarse));
        tries.addAll(attempt(finer(tries)));
        List<AttackOrder> again = new ArrayList<>();
        Map<AttackKind, Try> best = new HashMap<>();
        for (AttackKind kind : AttackKind.values()) {
            Try most = mostUnseen(tries, kind);
            if (most != null) {
                best.put(kind, most);
                for (int i = 0; i < REPETITIONS; i++) {
                    again.add(most.order);
                }
            }
        }
        List<Try> proof = attempt(again);
        List<ReportCard.AdaptiveRow> rows = new ArrayList<>();
        for (AttackKind kind : AttackKind.values()) {
            rows.add(row(kind, best.get(kind), tries, proof));
        }
        return rows;
    }

    /// Between the most that was not seen and the least above it that was.
    private static List<AttackOrder> finer(List<Try> tries) {
        List<AttackOrder> orders = new ArrayList<>();
        for (AttackKind kind : AttackKind.values()) {
            Try most = mostUnseen(tries, kind);
            if (most == null || most.order.tactics().force() >= 1) {
                continue;
            }
            double low = most.order.tactics().force();
            double high = tries.stream()
                    .filter(one -> one.order.kind() == kind && one.seen)
                    .map(one -> one.order.tactics())
                    .filter(tactics -> tactics.vpn() == most.order.tactics().vpn() && tactics.force() > low)
                    .mapToDouble(Tactics::force)
                    .min()
                    .orElse(1);
            for (double part : FINER) {
                double force = low * StrictMath.pow(high / low, part);
                orders.add(new AttackOrder(
                        kind, new Tactics(force, most.order.tactics().vpn())));
            }
        }
        return orders;
    }

    private static @Nullable Try mostUnseen(List<Try> tries, AttackKind kind) {
        Try most = null;
        for (Try one : tries) {
            if (one.order.kind() == kind && !one.seen && (most == null || one.calls > most.calls)) {
                most = one;
            }
        }
        return most;
    }

    private static ReportCard.AdaptiveRow row(AttackKind kind, @Nullable Try best, List<Try> tries, List<Try> proof) {
        double loudest = tries.stream()
                .filter(one -> one.order.kind() == kind)
                .mapToDouble(Try::calls)
                .max()
                .orElse(0);
        if (best == null) {
            return new ReportCard.AdaptiveRow(
                    kind.label(), 0, "calls", loudest, "nothing: every try was seen, down to the weakest");
        }
        List<Try> again = proof.stream().filter(one -> one.order.kind() == kind).toList();
        List<Try> unseen = again.stream().filter(one -> !one.seen).toList();
        double taken = unseen.stream().mapToDouble(Try::calls).average().orElse(0);
        String how = String.format(
                Locale.ROOT, "%s: unseen in %d of %d fresh worlds", best.order.tactics(), unseen.size(), again.size());
        return new ReportCard.AdaptiveRow(kind.label(), taken, "calls", loudest, how);
    }

    private List<Try> attempt(List<AttackOrder> orders) throws InterruptedException {
        List<List<AttackOrder>> portions = new ArrayList<>();
        int count = (orders.size() + ATTACKS_PER_WORLD - 1) / ATTACKS_PER_WORLD;
        for (int i = 0; i < count; i++) {
            portions.add(new ArrayList<>());
        }
        for (int i = 0; i < orders.size(); i++) {
            portions.get(i % count).add(orders.get(i));
        }
        List<Future<Examined>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            WorldSettings world = WorldSettings.of(DAYS, actors, ++seed)
                    .in(CardSettings.trade(i))
                    .with(portions.get(i));
            running.add(worlds.later(world, List::of));
        }
        List<Try> tries = new ArrayList<>();
        List<Examined> done = Worlds.all(running);
        for (int i = 0; i < count; i++) {
            tries.addAll(judge(portions.get(i), done.get(i)));
        }
        return tries;
    }

    private List<Try> judge(List<AttackOrder> orders, Examined world) {
        Map<AttackKind, Integer> numbers = new HashMap<>();
        List<Try> tries = new ArrayList<>();
        for (AttackOrder order : orders) {
            String id = order.kind().label() + "-" + numbers.merge(order.kind(), 1, Integer::sum);
            world.truth().attacks().stream()
                    .filter(attack -> attack.id().equals(id))
                    .findFirst()
                    .ifPresent(attack -> tries.add(new Try(
                            order, isSeen(attack, world), attack.strikes().size())));
        }
        return tries;
    }

    private boolean isSeen(Attacked attack, Examined world) {
        return world.apian().stream()
                .anyMatch(finding -> finding.score() >= cut
                        && attack.actors().contains(finding.actor())
                        && finding.micros() >= attack.first()
                        && finding.micros() <= attack.last() + GRACE_MICROS);
    }

    /// One try.
    ///
    /// @param calls that the attack made
    private record Try(AttackOrder order, boolean seen, int calls) {}
}
