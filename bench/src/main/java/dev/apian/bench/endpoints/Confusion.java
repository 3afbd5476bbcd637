// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts how true groups and groups found overlap.
///
/// A call that was refused and left in no group counts neither way, because only what is served proves that there is
/// something: a value that there is not, at a place where one value was ever served, looks like any wrong path. The
/// strict score counts it as missed.
///
/// A true group exists if one of its calls succeeded. Calls of no group, and of one that does not exist, are left out
/// of every group; a group found that holds nothing else counts as found in vain.
final class Confusion {

    private static final int PARTS_SHOWN_MAX = 6;

    private final Set<Integer> existing = new HashSet<>();
    private final Set<Long> found = new HashSet<>();
    private final Map<Long, String> templates = new HashMap<>();
    private final Map<Integer, Map<Long, Integer>> foundOf = new TreeMap<>();
    private final Map<Integer, Integer> missedOf = new HashMap<>();
    private final Set<Integer> refusedOf = new HashSet<>();
    private final Map<Long, Map<Integer, Integer>> trueOf = new HashMap<>();

    /// To be told of every true group before the calls are counted.
    void exists(int group) {
        existing.add(group);
    }

    /// @param truth  the index of the true group, or [Sample#NOISE]
    /// @param served whether the call succeeded
    void count(int truth, @Nullable Group group, boolean served) {
        if (group != null && found.add(group.id())) {
            templates.put(group.id(), group.template());
        }
        if (!existing.contains(truth)) {
            return;
        }
        if (group == null && !served) {
            refusedOf.add(truth);
        } else if (group == null) {
            missedOf.merge(truth, 1, Integer::sum);
        } else {
            foundOf.computeIfAbsent(truth, _ -> new HashMap<>()).merge(group.id(), 1, Integer::sum);
            trueOf.computeIfAbsent(group.id(), _ -> new HashMap<>()).merge(truth, 1, Integer::sum);
        }
    }

    Score score() {
        int right = 0;
        int strictlyRight = 0;
        int callsRight = 0;
        int calls = 0;
        for (int truth : existing) {
            int size = size(truth);
            calls += size;
            if (isRight(truth)) {
                right++;
                strictlyRight += refusedOf.contains(truth) ? 0 : 1;
                callsRight += size;
            }
        }
        return new Score(
                found.isEmpty() ? 0 : (double) right / found.size(),
                (double) right / existing.size(),
                2.0 * strictlyRight / (found.size() + existing.size()),
                (double) callsRight / calls,
                (double) found.size() / existing.size(),
                Double.NaN,
                existing.size());
    }

    private boolean isRight(int truth) {
        Map<Long, Integer> parts = foundOf.getOrDefault(truth, Map.of());
        return parts.size() == 1
                && !missedOf.containsKey(truth)
                && trueOf.getOrDefault(parts.keySet().iterator().next(), Map.of())
                                .size()
                        == 1;
    }

    private int size(int truth) {
        int missed = missedOf.getOrDefault(truth, 0);
        return missed
                + foundOf.getOrDefault(truth, Map.of()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /// The true groups that were not found exactly, the largest first: what each became.
    ///
    /// @param names of the true groups
    List<String> mistakes(List<String> names) {
        return existing.stream()
                .filter(truth -> !isRight(truth))
                .sorted(Comparator.comparingInt((Integer truth) -> -size(truth)).thenComparing(names::get))
                .map(truth -> mistake(truth, names))
                .toList();
    }

    /// Groups found that hold nothing but noise.
    List<String> inVain() {
        return found.stream()
                .filter(id -> !trueOf.containsKey(id))
                .map(id -> templates.getOrDefault(id, ""))
                .sorted()
                .toList();
    }

    private String mistake(int truth, List<String> names) {
        Map<Long, Integer> parts = foundOf.getOrDefault(truth, Map.of());
        List<String> shown = new ArrayList<>();
        Set<String> merged = new HashSet<>();
        parts.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
                .limit(PARTS_SHOWN_MAX)
                .forEach(part -> shown.add(templates.get(part.getKey()) + " x" + part.getValue()));
        for (long part : parts.keySet()) {
            trueOf.getOrDefault(part, Map.of()).keySet().stream()
                    .filter(other -> other != truth)
                    .map(names::get)
                    .forEach(merged::add);
        }
        int missed = missedOf.getOrDefault(truth, 0);
        return names.get(truth) + ", " + size(truth) + " calls"
                + (parts.size() > 1 ? ", split into " + parts.size() : "")
                + (missed > 0 ? ", " + missed + " unmatched" : "")
                + ": " + String.join(", ", shown)
                + (merged.isEmpty()
                        ? ""
                        : "; merged with "
                                + String.join(
                                        ", ",
                                        merged.stream()
                                                .sorted()
                                                .limit(PARTS_SHOWN_MAX)
                                                .toList()));
    }
}
