// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says of any claim in one world whether it is true: of an attack's actor, between its first call and 24 hours after
/// its last.
final class Verdicts {

    private final Truth truth;
    private final int firstAttack;
    private final Map<String, List<Integer>> attacksOf = new HashMap<>();

    /// @param firstAttack how many attacks the worlds before this one have, so that positions are unique among all
    /// worlds
    Verdicts(Truth truth, int firstAttack) {
        this.truth = truth;
        this.firstAttack = firstAttack;
        for (int i = 0; i < truth.attacks().size(); i++) {
            for (String actor : truth.attacks().get(i).actors()) {
                attacksOf.computeIfAbsent(actor, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /// Positions of all attacks of which this would be a true alert; an actor busy with two attacks at once gives two.
    List<Integer> attacks(String actor, long micros) {
        return attacksOf.getOrDefault(actor, List.of()).stream()
                .filter(i -> holds(truth.attacks().get(i), micros))
                .map(i -> firstAttack + i)
                .toList();
    }

    private static boolean holds(Attacked attack, long micros) {
        return micros >= attack.first() && micros <= attack.last() + Alerts.DAY_MICROS;
    }

    int day(long micros) {
        long day = Math.floorDiv(micros - truth.start(), Alerts.DAY_MICROS);
        return Math.clamp(day, 0, Math.max(0, truth.days() - 1));
    }
}
