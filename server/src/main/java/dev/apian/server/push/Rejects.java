// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Counts the pushed records that could not be read, by reason, with a few masked samples of each.
public final class Rejects {

    private static final int SAMPLES_MAX = 3;

    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private final Map<Reason, List<String>> samples = new EnumMap<>(Reason.class);

    synchronized void count(Rejected rejected) {
        counts.merge(rejected.reason(), 1L, Long::sum);
        List<String> known = samples.computeIfAbsent(rejected.reason(), _ -> new ArrayList<>());
        if (known.size() < SAMPLES_MAX && !known.contains(rejected.sample())) {
            known.add(rejected.sample());
        }
    }

    /// The most frequent reason first.
    public synchronized ArrayNode json() {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(reason -> {
                    ObjectNode one = out.addObject();
                    one.put("reason", word(reason.getKey())).put("count", reason.getValue());
                    ArrayNode texts = one.putArray("samples");
                    samples.getOrDefault(reason.getKey(), List.of()).forEach(texts::add);
                });
        return out;
    }

    /// A reason as programs read it.
    static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
