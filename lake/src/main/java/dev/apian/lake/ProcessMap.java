// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The process of one type of entities, drawn.
///
/// @param edges the most frequent first
public record ProcessMap(String type, List<Edge> edges) {

    /// More would be no picture.
    public static final int EDGES_MAX = 200;

    /// @param from          null for the beginning
    /// @param to            null for the end
    /// @param medianSeconds null where nothing went before
    public record Edge(
            @Nullable String from,
            @Nullable String to,
            long times,
            @Nullable Double medianSeconds) {}

    public ProcessMap {
        edges = List.copyOf(edges);
    }

    /// Reads the first rows of a result that has the columns of `processes`, in their order.
    public static ProcessMap of(String type, QueryResult processes) throws QueryException {
        List<Edge> edges = new ArrayList<>();
        while (edges.size() < EDGES_MAX && processes.next()) {
            edges.add(new Edge(
                    (String) processes.get(1),
                    (String) processes.get(2),
                    processes.get(4) instanceof Number times ? times.longValue() : 0,
                    processes.get(5) instanceof Number seconds ? seconds.doubleValue() : null));
        }
        return new ProcessMap(type, edges);
    }

    /// Graphviz's language: endpoints as boxes, edges with how often and the median time between.
    public String dot() {
        StringBuilder text = new StringBuilder("digraph ").append(quoted(type)).append(" {\n");
        text.append("  rankdir=LR;\n  node [shape=box, style=rounded];\n");
        text.append("  \"\" [shape=circle, label=\"\"];\n  \" \" [shape=doublecircle, label=\"\"];\n");
        for (Edge edge : edges) {
            text.append("  ")
                    .append(edge.from() == null ? "\"\"" : quoted(edge.from()))
                    .append(" -> ")
                    .append(edge.to() == null ? "\" \"" : quoted(edge.to()))
                    .append(" [label=")
                    .append(quoted(label(edge)))
                    .append("];\n");
        }
        return text.append("}\n").toString();
    }

    private static String label(Edge edge) {
        return edge.medianSeconds() == null ? "" + edge.times() : edge.times() + ", " + duration(edge.medianSeconds());
    }

    /// Seconds as a person says them.
    static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 3_600) {
            return String.format(Locale.ROOT, "%.1f min", seconds / 60);
        }
        return seconds < 86_400
                ? String.format(Locale.ROOT, "%.1f h", seconds / 3_600)
                : String.format(Locale.ROOT, "%.1f d", seconds / 86_400);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
