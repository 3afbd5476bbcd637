// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.credentials;

import dev.apian.reportcard.score.EntityClaim;
import dev.apian.reportcard.score.Loudness;
import dev.apian.reportcard.score.TheftScore;
import dev.apian.reportcard.world.TheftWatch;
import dev.apian.simulator.Attack;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What one method found, and whom it troubled.
final class Method {

    private static final long GRACE_MICROS = 24L * 3600 * 1_000_000;

    private final Map<Misuse, TheftScore> scores = new EnumMap<>(Misuse.class);
    private final Map<String, Integer> reasons = new TreeMap<>();
    private Loudness besideAttacks = Loudness.NONE;
    private Loudness inPeace = Loudness.NONE;

    /// @param claims of this method about the world
    /// @param end of the world, microseconds
    void attacked(List<Attack> attacks, List<EntityClaim> claims, Set<String> innocents, int days, long end) {
        for (Attack attack : attacks) {
            Misuse misuse = Misuse.of(attack);
            long last = attack.times().getLast() + GRACE_MICROS;
            List<EntityClaim> timely =
                    claims.stream().filter(claim -> claim.micros() <= last).toList();
            score(misuse).add(TheftWatch.theft(attack, misuse.label(), end), timely);
        }
        besideAttacks = besideAttacks.plus(loudness(claims, innocents, days));
    }

    void inPeace(List<EntityClaim> claims, Set<String> innocents, int days) {
        inPeace = inPeace.plus(loudness(claims, innocents, days));
    }

    private Loudness loudness(List<EntityClaim> claims, Set<String> innocents, int days) {
        claims.stream()
                .filter(claim -> innocents.contains(claim.actor()))
                .forEach(claim -> reasons.merge(claim.because(), 1, Integer::sum));
        return Loudness.of(claims, innocents, days);
    }

    void addAll(Method others) {
        others.scores.forEach((misuse, score) -> score(misuse).addAll(score));
        others.reasons.forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
        besideAttacks = besideAttacks.plus(others.besideAttacks);
        inPeace = inPeace.plus(others.inPeace);
    }

    TheftScore score(Misuse misuse) {
        return scores.computeIfAbsent(misuse, _ -> new TheftScore());
    }

    /// All misuses of some sort together.
    TheftScore score(Predicate<Misuse> which) {
        TheftScore all = new TheftScore();
        scores.forEach((misuse, score) -> {
            if (which.test(misuse)) {
                all.addAll(score);
            }
        });
        return all;
    }

    Loudness besideAttacks() {
        return besideAttacks;
    }

    Loudness inPeace() {
        return inPeace;
    }

    Map<String, Integer> reasons() {
        return reasons;
    }
}
