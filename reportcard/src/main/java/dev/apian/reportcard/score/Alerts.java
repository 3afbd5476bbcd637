// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Merges findings into alerts: at most one an actor and 24 hours, so that a method is not punished or paid for
/// repeating itself.
public final class Alerts {

    /// Both the time in which findings join an alert and the grace after an attack's last call.
    static final long DAY_MICROS = 24L * 3600 * 1_000_000;

    private static final Comparator<Finding> BY_TIME = Comparator.comparingLong(Finding::micros)
            .thenComparing(Comparator.comparingDouble(Finding::score).reversed())
            .thenComparing(Finding::actor)
            .thenComparing(Finding::because);

    private Alerts() {}

    /// In the order of their time.
    public static List<Alert> merged(List<Finding> findings) {
        List<Alert> alerts = new ArrayList<>();
        Map<String, Integer> latest = new HashMap<>();
        for (Finding finding : findings.stream().sorted(BY_TIME).toList()) {
            Integer at = latest.get(finding.actor());
            if (at != null && finding.micros() - alerts.get(at).micros() <= DAY_MICROS) {
                alerts.set(at, alerts.get(at).joined(finding));
            } else {
                latest.put(finding.actor(), alerts.size());
                alerts.add(new Alert(finding.actor(), finding.micros(), finding.score(), finding.because(), 1));
            }
        }
        return List.copyOf(alerts);
    }
}
