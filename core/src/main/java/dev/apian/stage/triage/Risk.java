// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Signal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// How much signals weigh together, as a number in 0..1.
///
/// Signals of one family may be one fact seen twice, so only the strongest counts fully and the others add a
/// [#SAME_FAMILY_SHARE] of what is left to certainty. Families are taken for independent evidence: their
/// doubts multiply (noisy-or). Deliberately simple; the models over signals of a later release replace it
/// behind this door.
final class Risk {

    /// Below this a story waits for more evidence.
    static final double ALERT_MIN = 0.5;

    private static final double MEDIUM_MIN = 0.6;
    private static final double HIGH_MIN = 0.75;
    private static final double CRITICAL_MIN = 0.93;
    private static final double SAME_FAMILY_SHARE = 0.15;

    private Risk() {}

    static double of(Collection<Signal> signals) {
        Map<Family, Double> doubts = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            double strongest = 0;
            double others = 1;
            for (Signal signal : signals) {
                if (signal.card().family() == family) {
                    double weaker = Math.min(strongest, signal.strength());
                    strongest = Math.max(strongest, signal.strength());
                    others *= 1 - SAME_FAMILY_SHARE * weaker;
                }
            }
            doubts.put(family, (1 - strongest) * others);
        }
        double doubt = doubts.values().stream().reduce(1.0, (a, b) -> a * b);
        return Math.round((1 - doubt) * 1_000) / 1_000.0;
    }

    static Alert.Severity severity(double risk) {
        if (risk >= CRITICAL_MIN) {
            return Alert.Severity.CRITICAL;
        }
        if (risk >= HIGH_MIN) {
            return Alert.Severity.HIGH;
        }
        return risk >= MEDIUM_MIN ? Alert.Severity.MEDIUM : Alert.Severity.LOW;
    }
}
