// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows references within one document. Those that lead out of it, to files or to the network, are counted and never
/// followed.
final class References {

    private static final int HOPS_MAX = 20;

    private final Map<String, Object> root;
    private final Set<String> outside = new HashSet<>();

    References(Map<String, Object> root) {
        this.root = root;
    }

    /// What a reference stands for; an object that is none stands for itself, a broken one for nothing.
    Map<String, Object> resolve(@Nullable Object value) {
        Map<String, Object> at = Tree.map(value);
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            if (!(at.get("$ref") instanceof String reference)) {
                return at;
            }
            at = Tree.map(find(reference.strip()));
        }
        return Map.of();
    }

    /// Whether two raw schemas are one and the same, or the same reference. Comparing them in depth might not end.
    @SuppressWarnings("ReferenceEquality")
    static boolean areSame(Object a, Object b) {
        return a == b
                || Tree.map(a).get("$ref") instanceof String reference
                        && a.equals(Map.of("$ref", reference))
                        && b.equals(a);
    }

    /// How many different references lead out of the document, among those that were met.
    int outside() {
        return outside.size();
    }

    private @Nullable Object find(String reference) {
        if (!reference.startsWith("#")) {
            outside.add(reference);
            return null;
        }
        Object at = root;
        for (String step : reference.substring(1).split("/", -1)) {
            at = step.isEmpty() ? at : child(at, decoded(step));
        }
        return at;
    }

    private static @Nullable Object child(@Nullable Object at, String step) {
        if (!Tree.list(at).isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9') && step.length() < 6) {
            int index = Integer.parseInt(step);
            return index < Tree.list(at).size() ? Tree.list(at).get(index) : null;
        }
        return Tree.map(at).get(step);
    }

    private static String decoded(String step) {
        return step.replace("%7B", "{")
                .replace("%7D", "}")
                .replace("%20", " ")
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
