// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.sketch.Hash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// The values of all parameter positions of one vendor. A position is what stands before it: `/users/{id}` and
/// `/users/{id}/orders` have the same users.
final class Pools {

    private final Map<String, Pool> pools = new HashMap<>();
    private final Map<String, Set<String>> literals = new HashMap<>();
    private final Map<String, List<String>> choices = new HashMap<>();
    private final Regime regime;
    private final long seed;
    private final Zipf actors;

    Pools(Vendor vendor, Regime regime, long seed, Zipf actors) {
        this.regime = regime;
        this.seed = seed;
        this.actors = actors;
        for (Operation operation : vendor.operations()) {
            String shape = operation.template().shape();
            for (int at = shape.indexOf('/'); at >= 0; at = shape.indexOf('/', at + 1)) {
                int end = shape.indexOf('/', at + 1);
                String segment = shape.substring(at + 1, end < 0 ? shape.length() : end);
                if (segment.indexOf('{') < 0) {
                    literals.computeIfAbsent(shape.substring(0, at + 1), _ -> new HashSet<>())
                            .add(segment);
                }
            }
            for (int i = 0; i < operation.choices().size(); i++) {
                if (!operation.choices().get(i).isEmpty()) {
                    choices.putIfAbsent(
                            operation.template().prefix(i), operation.choices().get(i));
                }
            }
        }
    }

    Pool of(Template template, int parameter) {
        String prefix = template.prefix(parameter);
        Pool pool = pools.get(prefix);
        if (pool == null) {
            pool = make(prefix, template.names().get(parameter));
            pools.put(prefix, pool);
        }
        return pool;
    }

    private Pool make(String prefix, String name) {
        SplittableRandom chance = new SplittableRandom(Hash.of(seed, Hash.of(prefix)));
        List<String> listed = choices.getOrDefault(prefix, List.of());
        Form form = regime.draw(name, !listed.isEmpty(), chance);
        return new Pool(form, listed, literals.getOrDefault(prefix, Set.of()), actors, chance);
    }
}
