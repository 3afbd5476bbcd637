// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.ArrayList;
import java.util.List;

/// Several worlds as one: all attacks, all alerts ruled true or false, all false findings. Actors of different worlds
/// never mix.
///
/// @param attacks of all worlds, one after the other
/// @param rulings by world and time
record Pool(List<Judged> worlds, List<Attacked> attacks, List<Ruling> rulings, List<RawFalse> rawFalse) {

    /// A finding that is false by itself, before any merging.
    record RawFalse(int world, int day, double score) {}

    static Pool of(List<Judged> worlds) {
        List<Attacked> attacks = new ArrayList<>();
        List<Ruling> rulings = new ArrayList<>();
        List<RawFalse> rawFalse = new ArrayList<>();
        for (int world = 0; world < worlds.size(); world++) {
            Judged judged = worlds.get(world);
            Verdicts verdicts = new Verdicts(judged.truth(), attacks.size());
            attacks.addAll(judged.truth().attacks());
            List<Finding> right = new ArrayList<>();
            List<Finding> wrong = new ArrayList<>();
            for (Finding finding : judged.findings()) {
                boolean isTrue =
                        !verdicts.attacks(finding.actor(), finding.micros()).isEmpty();
                (isTrue ? right : wrong).add(finding);
                if (!isTrue) {
                    rawFalse.add(new RawFalse(world, verdicts.day(finding.micros()), finding.score()));
                }
            }
            for (List<Finding> some : List.of(wrong, right)) {
                for (Alert alert : Alerts.merged(some)) {
                    List<Integer> hits = verdicts.attacks(alert.actor(), alert.micros());
                    rulings.add(new Ruling(world, verdicts.day(alert.micros()), alert, hits));
                }
            }
        }
        return new Pool(List.copyOf(worlds), List.copyOf(attacks), List.copyOf(rulings), List.copyOf(rawFalse));
    }

    double actorDays() {
        return worlds.stream()
                .mapToDouble(world ->
                        (double) world.truth().actors().size() * world.truth().days())
                .sum();
    }

    List<Ruling> atCut(double cut) {
        return rulings.stream().filter(ruling -> ruling.passes(cut)).toList();
    }
}
