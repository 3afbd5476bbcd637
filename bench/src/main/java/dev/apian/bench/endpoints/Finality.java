// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.stage.call.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows the first calls of each true group: whether what they became at the 200th is what they are in the end.
final class Finality {

    static final int CALLS = 200;

    private final Map<Integer, List<Call>> first = new HashMap<>();
    private final List<Integer> due = new ArrayList<>();
    private final Map<Integer, Set<String>> then = new HashMap<>();

    void see(int group, Call call) {
        List<Call> calls = first.computeIfAbsent(group, _ -> new ArrayList<>());
        if (group != Sample.NOISE && calls.size() < CALLS) {
            calls.add(call);
            if (calls.size() == CALLS) {
                due.add(group);
            }
        }
    }

    /// At a tick: notes what the groups are that have become large since the last one.
    void note(Discovery discovery) {
        for (int group : due) {
            then.put(group, shapes(group, discovery));
        }
        due.clear();
    }

    /// The share that is unchanged, NaN if no group became large.
    double share(Discovery discovery) {
        long same = then.entrySet().stream()
                .filter(entry -> entry.getValue().equals(shapes(entry.getKey(), discovery)))
                .count();
        return then.isEmpty() ? Double.NaN : (double) same / then.size();
    }

    private Set<String> shapes(int group, Discovery discovery) {
        Set<String> shapes = new HashSet<>();
        for (Call call : first.getOrDefault(group, List.of())) {
            Group found = discovery.groupOf(call);
            shapes.add(found == null ? "" : found.shape());
        }
        return shapes;
    }
}
