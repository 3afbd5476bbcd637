// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The third rival, as Metlo does: a segment in less than a tenth of the traces of the same method, length and
/// beginning is a value.
final class TenthOfTraces implements Discovery {

    private static final double SHARE_MIN = 0.1;

    private final Map<String, Map<List<String>, Integer>> traces = new HashMap<>();
    private final Map<String, Node> trees = new HashMap<>();

    @Override
    public void learn(Call call) {
        if (call.succeeded()) {
            List<String> segments = Typed.segments(call.path());
            String kind = kind(call, segments);
            traces.computeIfAbsent(kind, _ -> new HashMap<>()).merge(segments, 1, Integer::sum);
            trees.remove(kind);
        }
    }

    @Override
    public void publish(long tick) {}

    @Override
    public @Nullable Group groupOf(Call call) {
        List<String> segments = Typed.segments(call.path());
        String kind = kind(call, segments);
        Map<List<String>, Integer> seen = traces.get(kind);
        if (seen == null) {
            return null;
        }
        Node node = trees.computeIfAbsent(kind, _ -> Node.of(seen, 0));
        List<String> template = new ArrayList<>();
        for (String segment : segments) {
            Node literal = node.children.get(segment);
            Node next = literal == null ? node.children.get(Typed.VALUE) : literal;
            if (next == null) {
                return null;
            }
            template.add(literal == null ? Typed.VALUE : segment);
            node = next;
        }
        String text = Typed.join(call.method(), template);
        return new Group(Hash.of(text), text);
    }

    private static String kind(Call call, List<String> segments) {
        return call.method() + segments.size();
    }

    /// What may follow a beginning.
    private record Node(Map<String, Node> children) {

        /// @param traces of one length that have this beginning, with how often they were seen
        private static Node of(Map<List<String>, Integer> traces, int depth) {
            Map<String, Map<List<String>, Integer>> split = new HashMap<>();
            long all = 0;
            for (Map.Entry<List<String>, Integer> trace : traces.entrySet()) {
                if (depth < trace.getKey().size()) {
                    split.computeIfAbsent(trace.getKey().get(depth), _ -> new HashMap<>())
                            .put(trace.getKey(), trace.getValue());
                    all += trace.getValue();
                }
            }
            Map<String, Node> children = new HashMap<>();
            Map<List<String>, Integer> rare = new HashMap<>();
            for (Map.Entry<String, Map<List<String>, Integer>> entry : split.entrySet()) {
                long count = entry.getValue().values().stream()
                        .mapToLong(Integer::longValue)
                        .sum();
                if (count < SHARE_MIN * all) {
                    rare.putAll(entry.getValue());
                } else {
                    children.put(entry.getKey(), of(entry.getValue(), depth + 1));
                }
            }
            if (!rare.isEmpty()) {
                children.put(Typed.VALUE, of(rare, depth + 1));
            }
            return new Node(children);
        }
    }
}
