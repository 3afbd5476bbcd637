// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stage.profile.PopulationLearner;
import java.util.Map;
import java.util.TreeMap;

/// What parts of an engine dropped to stay within their limits: nothing goes in silence.
final class Dropped {

    private Dropped() {}

    /// By the name of the limit; empty when nothing was.
    static Map<String, Long> in(
            Front front,
            Shards shards,
            Triage triage,
            PopulationLearner population,
            AlertBook alerts,
            Spoken corrections,
            long upkeepFailures) {
        Map<String, Long> dropped = new TreeMap<>();
        dropped.put("actorsMax", shards.forgotten());
        dropped.put("credentialsMax", front.forgotten());
        dropped.put("ENDPOINTS_MAX", front.droppedEndpoints());
        dropped.put("PAIRS_MAX", population.dropped());
        dropped.put("ALERTS_MAX", alerts.forgotten());
        dropped.put("SIGNALS_PREVIEWED_MAX", triage.unpreviewed());
        dropped.put("corrections.json unread", corrections.unread());
        dropped.put("lake-upkeep failures", upkeepFailures);
        dropped.values().removeIf(count -> count == 0);
        return dropped;
    }
}
