// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Routed.PathParameter;
import java.util.ArrayList;
import java.util.List;

/// A path or template split into fixed and variable segments.
///
/// @param operation what is asked for where the path does not tell: `#query GetOrder`, `?action=list`; else empty
record Shape(List<Segment> segments, String operation) {

    /// The name of a page's part: pictures, styles and scripts of one folder are one endpoint, and no entities.
    static final String FILE = "file";

    /// @param text     the fixed text, or the name of the variable part
    /// @param prefix   fixed text before the value within the segment, `key=`
    /// @param suffix   fixed text after it, `.json` or `:cancel`
    record Segment(boolean variable, String text, String prefix, String suffix, String value) {

        static Segment literal(String text) {
            return new Segment(false, text, "", "", "");
        }

        static Segment variable(String name, Piece piece) {
            return new Segment(true, name, piece.prefix(), piece.suffix(), piece.value());
        }

        private Segment with(String found) {
            int end = found.endsWith(suffix) ? found.length() - suffix.length() : found.length();
            int start = found.startsWith(prefix) && prefix.length() <= end ? prefix.length() : 0;
            return variable ? new Segment(true, text, prefix, suffix, found.substring(start, end)) : this;
        }

        boolean isTail() {
            return !variable && Paths.isTail(text);
        }

        /// As it stands in a template.
        String template() {
            return variable ? prefix + "{" + text + "}" + suffix : isTail() ? text.substring(1) : text;
        }

        /// The same for all names of the variable part.
        String signature() {
            return variable ? prefix + "{}" + suffix : text;
        }
    }

    /// A template as [#template] writes it.
    static Shape ofTemplate(String template) {
        int cut = operationStart(template);
        List<Segment> segments = new ArrayList<>(8);
        for (String piece : Paths.parts(template.substring(0, cut))) {
            segments.add(ofTemplatePart(piece));
        }
        return new Shape(segments, template.substring(cut));
    }

    /// A template that the framework told: `/orders/{id}`, `/orders/:id` or `/orders/<id>`, laid over the path.
    static Shape ofRoute(String route, String path) {
        List<String> values = Paths.parts(path);
        List<Segment> segments = new ArrayList<>(8);
        for (String piece : Paths.parts(route.substring(0, operationStart(route)))) {
            segments.add(ofRoutePart(piece));
        }
        int mount = fits(segments, values, 0) ? 0 : values.size() - segments.size();
        if (fits(segments, values, mount)) {
            for (int i = 0; i < segments.size() && mount + i < values.size(); i++) {
                segments.set(i, segments.get(i).with(values.get(mount + i)));
            }
        }
        return new Shape(segments, "");
    }

    /// Whether the literals of a route stand in the path, from the `mount`-th piece on: some frameworks tell
    /// a route without the prefix that it is mounted at.
    private static boolean fits(List<Segment> route, List<String> path, int mount) {
        for (int i = 0; i < route.size(); i++) {
            String literal = route.get(i).text;
            boolean free = route.get(i).variable || literal.startsWith("*");
            int at = mount + i;
            if (!free && (at < 0 || at >= path.size() || !path.get(at).equalsIgnoreCase(literal))) {
                return false;
            }
        }
        return mount >= 0;
    }

    /// A hash of host and segments, every name of a variable part alike.
    long place(String host) {
        long place = rootOf(host);
        for (Segment segment : segments) {
            place = below(place, segment.signature());
        }
        return place;
    }

    static long rootOf(String host) {
        return Hash.of(host);
    }

    static long below(long place, String signature) {
        return Hash.of(place, Hash.of(signature));
    }

    /// The id of the endpoint with this method and operation at a place.
    static long id(String method, long place, String operation) {
        long id = Hash.of(place, Hash.of(method));
        return operation.isEmpty() ? id : Hash.of(id, Hash.of(operation));
    }

    String template() {
        StringBuilder out = new StringBuilder(48);
        for (Segment segment : segments) {
            out.append(segment.isTail() ? "" : "/").append(segment.template());
        }
        return (out.isEmpty() ? "/" : out.toString()) + operation;
    }

    List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.isTail() && !literals.isEmpty()) {
                literals.add(literals.removeLast() + segment.template());
            } else if (segment.variable && segment.text.equals(FILE)) {
                literals.add(segment.text + segment.suffix);
            } else if (!segment.variable) {
                literals.add(segment.text);
            }
        }
        return literals;
    }

    List<PathParameter> parameters() {
        List<PathParameter> parameters = null;
        String owner = "";
        for (Segment segment : segments) {
            if (!segment.variable) {
                owner = segment.isTail() ? owner : segment.text;
            } else if (!segment.value.isEmpty() && !segment.text.equals(FILE)) {
                parameters = parameters == null ? new ArrayList<>(2) : parameters;
                parameters.add(new PathParameter(segment.text, owner, segment.value));
            }
        }
        return parameters == null ? List.of() : parameters;
    }

    /// Where the operation begins in a template, or its length.
    private static int operationStart(String template) {
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '#' || c == '?' && template.indexOf('=', i) > 0) {
                return i;
            }
        }
        return template.length();
    }

    private static Segment ofTemplatePart(String part) {
        int open = part.indexOf('{');
        int close = part.indexOf('}', open + 1);
        return open < 0 || close < 0
                ? Segment.literal(part)
                : new Segment(
                        true, part.substring(open + 1, close), part.substring(0, open), part.substring(close + 1), "");
    }

    /// One piece of a route: `{id}`, `{id:int}`, `{id}.json`, `:id`, `:id(.:format)`, `<int:id>`, or a literal.
    private static Segment ofRoutePart(String piece) {
        char first = piece.charAt(0);
        int close = first == '{' ? closeOf(piece) : first == '<' ? piece.lastIndexOf('>') : -1;
        if (close > 1) {
            String inner = piece.substring(1, close);
            String name = first == '<' ? inner.substring(inner.lastIndexOf(':') + 1) : inner;
            return new Segment(true, word(name), "", piece.substring(close + 1), "");
        }
        if (first != ':' || piece.length() == 1) {
            return Segment.literal(piece);
        }
        String name = word(piece.substring(1));
        String rest = piece.substring(Math.min(piece.length(), 1 + name.length()));
        boolean isSuffix = rest.startsWith(".") || rest.startsWith(":");
        return new Segment(true, name, "", isSuffix ? rest : "", "");
    }

    /// The brace that closes the first one; patterns within may hold braces of their own.
    private static int closeOf(String piece) {
        int depth = 0;
        for (int i = 0; i < piece.length(); i++) {
            depth += piece.charAt(i) == '{' ? 1 : piece.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// A parameter's name without what some frameworks write around it: `*path`, `id:int`, `id?`, `id=7`.
    private static String word(String text) {
        int start = text.startsWith("*") ? text.lastIndexOf('*') + 1 : 0;
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end == start ? "id" : text.substring(start, end);
    }
}
