// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Holds every false alert against what else was going on for its actor, then or in the 24 hours before.
final class Coincidences {

    private static final String EVERYBODY = "";

    private Coincidences() {}

    /// Most alerts first.
    static List<Coincidence> of(Pool pool, double cut) {
        List<Map<String, List<Occasion>>> byActor = pool.worlds().stream()
                .map(world -> world.truth().occasions().stream().collect(Collectors.groupingBy(Occasion::actor)))
                .toList();
        Map<String, Long> counts = pool.atCut(cut).stream()
                .filter(ruling -> !ruling.isTrue())
                .flatMap(ruling -> kinds(ruling.alert(), byActor.get(ruling.world())).stream())
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> new Coincidence(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingLong(Coincidence::falseAlerts)
                        .reversed()
                        .thenComparing(Coincidence::occasion))
                .toList();
    }

    private static Set<String> kinds(Alert alert, Map<String, List<Occasion>> byActor) {
        List<Occasion> candidates = new ArrayList<>(byActor.getOrDefault(EVERYBODY, List.of()));
        candidates.addAll(byActor.getOrDefault(alert.actor(), List.of()));
        Set<String> kinds = candidates.stream()
                .filter(occasion ->
                        occasion.from() <= alert.micros() && occasion.to() > alert.micros() - Alerts.DAY_MICROS)
                .map(Occasion::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        return kinds.isEmpty() ? Set.of(Coincidence.NONE) : kinds;
    }
}
