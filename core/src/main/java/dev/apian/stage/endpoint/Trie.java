// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.endpoint.Routed.PathParameter;
import dev.apian.stage.endpoint.Shape.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the endpoint of a path: an immutable tree of the parts of all templates, by host.
///
/// A part is first looked for among the names at its place. If there is none, or no endpoint below it, it is a value:
/// where values look like values by themselves, or where the place is open to any. What somebody said is a route is
/// taken for no other, even before its first call.
final class Trie {

    static final Trie EMPTY = new Trie(Map.of());

    private final Map<String, TrieNode> hosts;

    private Trie(Map<String, TrieNode> hosts) {
        this.hosts = hosts;
    }

    /// @param routes templates without an endpoint that take part in matching
    static Trie of(Iterable<Endpoint> endpoints, Places places, Iterable<Places.Route> routes) {
        Map<String, TrieNode> hosts = new HashMap<>();
        for (Places.Route route : routes) {
            Shape shape = Shape.ofTemplate(route.template());
            nodeOf(hosts, route.host(), shape, places).beRoute();
        }
        for (Endpoint endpoint : endpoints) {
            Shape shape = Shape.ofTemplate(endpoint.template());
            nodeOf(hosts, endpoint.host(), shape, places).put(endpoint.method() + shape.operation(), endpoint);
        }
        return new Trie(hosts);
    }

    private static TrieNode nodeOf(Map<String, TrieNode> hosts, String host, Shape shape, Places places) {
        TrieNode node = hosts.computeIfAbsent(host, name -> new TrieNode(Shape.rootOf(name), "", places));
        for (Segment segment : shape.segments()) {
            node = node.grow(segment, places);
        }
        return node;
    }

    /// A match: the endpoint and where its values are.
    record Found(Endpoint endpoint, List<PathParameter> parameters) {}

    /// The endpoint of a canonical path, null if none matches.
    ///
    /// @param key method and operation
    @Nullable
    Found find(String host, String path, String key) {
        TrieNode root = hosts.get(host);
        if (root == null) {
            return null;
        }
        Walk walk = new Walk(path, key);
        Endpoint endpoint = walk.from(root, 0, 0);
        return endpoint == null ? null : new Found(endpoint, walk.parameters());
    }

    /// What a path that matches no endpoint looks like, with what is known of its places.
    Shape shapeOf(String host, String path, Places places, String operation) {
        List<String> parts = Paths.parts(path);
        List<Segment> segments = new ArrayList<>(parts.size());
        TrieNode node = hosts.get(host);
        long place = Shape.rootOf(host);
        String owner = "";
        for (int i = 0; i < parts.size(); i++) {
            String text = parts.get(i);
            TrieNode named = node == null ? null : node.named(text);
            Piece piece = Piece.of(text, i == parts.size() - 1);
            Segment segment;
            if (named != null || !places.takes(place, piece)) {
                segment = Segment.literal(text);
                node = named;
            } else {
                TrieNode.Slot slot = node == null ? null : node.slot(piece);
                segment = Segment.variable(slot == null ? nameOf(piece, owner) : slot.name(), piece);
                node = slot == null ? null : slot.below();
            }
            segments.add(segment);
            place = Shape.below(place, segment.signature());
            owner = segment.variable() || segment.isTail() ? owner : text;
        }
        return new Shape(segments, operation);
    }

    static String nameOf(Piece piece, String owner) {
        return piece.suffix().startsWith(".") && Words.isAsset("x" + piece.suffix())
                ? Shape.FILE
                : Words.parameterName(owner);
    }

    /// One search. Goes back to the last choice when a name leads nowhere.
    private static final class Walk {

        private final String path;
        private final String key;
        private PathParameter[] found = new PathParameter[2];
        private int values;
        private boolean stopped;

        private Walk(String path, String key) {
            this.path = path;
            this.key = key;
        }

        private @Nullable Endpoint from(TrieNode node, int from, int depth) {
            int start = from;
            int length = path.length();
            while (start < length && path.charAt(start) == '/') {
                start++;
            }
            if (start == length) {
                Endpoint endpoint = node.endpoint(key);
                stopped = endpoint == null && node.isRoute();
                return endpoint;
            }
            int end = start;
            int hash = 0;
            while (end < length) {
                char c = path.charAt(end);
                if (c == '/') {
                    break;
                }
                hash = 31 * hash + c;
                end++;
            }
            if (end >= length - 1 && depth < Paths.PARTS_MAX) {
                int tail = Paths.tailStart(path, start, end);
                if (tail < end) {
                    return withTail(node, start, tail, end, depth);
                }
            }
            if (depth == Paths.PARTS_MAX - 1 && end < length) {
                TrieNode rest = node.named(Paths.CATCH_ALL);
                return rest == null ? null : rest.endpoint(key);
            }
            TrieNode named = node.named(path, start, end, hash);
            if (named != null) {
                Endpoint endpoint = from(named, end, depth + 1);
                if (endpoint != null || stopped) {
                    return endpoint;
                }
            }
            return node.hasSlots() ? value(node, start, end, depth) : null;
        }

        /// `1001.json` or `1001:cancel` at the end of the path.
        private @Nullable Endpoint withTail(TrieNode node, int start, int tail, int end, int depth) {
            TrieNode named = node.named(path.substring(start, tail));
            TrieNode last = named == null ? null : named.named(Paths.tail(path.substring(tail, end)));
            Endpoint endpoint = last == null ? null : last.endpoint(key);
            return endpoint == null && node.hasSlots() ? value(node, start, tail, depth) : endpoint;
        }

        private @Nullable Endpoint value(TrieNode node, int start, int end, int depth) {
            int kept = values;
            boolean hasTail = end < path.length() && path.charAt(end) != '/';
            Piece piece = Piece.of(path.substring(start, end), end == path.length());
            for (TrieNode.Slot slot : node.slots()) {
                String value = slot.valueIn(piece);
                if (value != null) {
                    if (!slot.isFile()) {
                        add(new PathParameter(slot.name(), node.owner(), value));
                    }
                    Endpoint endpoint = hasTail ? tail(slot.below(), end) : from(slot.below(), end, depth + 1);
                    if (endpoint != null || stopped) {
                        return endpoint;
                    }
                    values = kept;
                }
            }
            return null;
        }

        private @Nullable Endpoint tail(TrieNode node, int start) {
            int end = path.charAt(path.length() - 1) == '/' ? path.length() - 1 : path.length();
            TrieNode last = node.named(Paths.tail(path.substring(start, end)));
            return last == null ? null : last.endpoint(key);
        }

        private void add(PathParameter parameter) {
            if (values == found.length) {
                found = Arrays.copyOf(found, 2 * values);
            }
            found[values++] = parameter;
        }

        private List<PathParameter> parameters() {
            return switch (values) {
                case 0 -> List.of();
                case 1 -> List.of(found[0]);
                default -> List.of(Arrays.copyOf(found, values));
            };
        }
    }
}
