// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;
import java.util.Set;

/// How often claims about entities trouble those who did nothing.
///
/// @param alerts at most one an actor and 24 hours
/// @param actorDays innocent actors times days
public record Loudness(long alerts, double actorDays) {

    public static final Loudness NONE = new Loudness(0, 0);

    /// @param innocents actors of whom nothing bad is true
    public static Loudness of(List<EntityClaim> claims, Set<String> innocents, int days) {
        List<Finding> findings = claims.stream()
                .filter(claim -> innocents.contains(claim.actor()))
                .map(claim -> new Finding(claim.actor(), claim.micros(), 1, claim.because()))
                .toList();
        return new Loudness(Alerts.merged(findings).size(), (double) innocents.size() * days);
    }

    public Loudness plus(Loudness other) {
        return new Loudness(alerts + other.alerts, actorDays + other.actorDays);
    }

    /// Alerts per 1,000 actors and day.
    public double perThousand() {
        return actorDays == 0 ? 0 : 1_000 * alerts / actorDays;
    }
}
