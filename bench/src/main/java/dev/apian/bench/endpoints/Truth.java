// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The true templates of a vendor as a tree of their parts, to ask whether a name at a place is a value.
final class Truth {

    private final Node root = new Node();

    private Truth() {}

    static Truth of(Vendor vendor) {
        Truth truth = new Truth();
        for (String group : vendor.groups()) {
            Node node = truth.root;
            for (String part : group.substring(group.indexOf('/')).split("/")) {
                node = part.isEmpty() ? node : node.below.computeIfAbsent(part, text -> new Node());
            }
        }
        return truth;
    }

    /// Whether a name after this path is a value; null if there is no such place.
    @Nullable
    Boolean isValue(String above, String text) {
        Node node = root;
        for (String part : above.split("/")) {
            node = node == null || part.isEmpty() ? node : node.next(part);
        }
        if (node == null) {
            return null;
        }
        if (node.below.containsKey(text)) {
            return false;
        }
        return node.next(text) == null ? null : true;
    }

    private static final class Node {

        private final Map<String, Node> below = new HashMap<>();

        private @Nullable Node next(String part) {
            Node named = below.get(part);
            if (named != null) {
                return named;
            }
            for (Map.Entry<String, Node> entry : below.entrySet()) {
                String shape = entry.getKey();
                int at = shape.indexOf("{}");
                if (at >= 0
                        && part.length() >= shape.length() - 2
                        && part.startsWith(shape.substring(0, at))
                        && part.endsWith(shape.substring(at + 2))) {
                    return entry.getValue();
                }
            }
            return null;
        }
    }
}
