// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Routed.PathParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A path split into literal and variable segments, on the way to a template.
///
/// @param segments   literal text, or null text with `value` at a variable part
/// @param id         hash of host, method and the segments, every variable part alike
record Shape(long id, List<Segment> segments) {

    /// Deeper paths end in a catch-all.
    static final int SEGMENTS_MAX = 16;

    static final String CATCH_ALL = "**";

    /// The name of a page's part: pictures, styles and scripts of one folder are one endpoint, and no entities.
    private static final String FILE = "file";

    /// @param text     the literal, or the name of the variable part
    /// @param suffix   what follows the value within the segment, `.json` or `:cancel`
    record Segment(boolean variable, String text, String suffix, String value) {

        static Segment literal(String text) {
            return new Segment(false, text, "", "");
        }

        private Segment with(String found) {
            int end = found.endsWith(suffix) ? found.length() - suffix.length() : found.length();
            return variable ? new Segment(true, text, suffix, found.substring(0, end)) : this;
        }

        private String template() {
            return variable ? "{" + text + "}" + suffix : text;
        }

        private String signature() {
            return variable ? "{}" + suffix : text;
        }
    }

    static Shape of(String method, String host, String path, Collapses collapses) {
        List<Segment> segments = new ArrayList<>(8);
        long prefix = Hash.of(host);
        String owner = "";
        int at = 0;
        while (at < path.length()) {
            int start = at + 1;
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            at = end;
            if (start >= end) {
                continue;
            }
            if (segments.size() == SEGMENTS_MAX - 1) {
                segments.add(Segment.literal(CATCH_ALL));
                break;
            }
            String text = path.substring(start, end);
            Segment segment = end == path.length() && Words.isAsset(text)
                    ? new Segment(true, FILE, text.substring(text.lastIndexOf('.')), "")
                    : segment(text, owner, prefix, collapses);
            segments.add(segment);
            prefix = Hash.of(prefix, Hash.of(segment.signature()));
            owner = segment.variable ? owner : segment.text;
        }
        return new Shape(id(method, prefix), segments);
    }

    /// A template that the framework told: `/orders/{id}`, `/orders/:id` or `/orders/<id>`, laid over the path.
    static Shape ofRoute(String method, String host, String route, String path) {
        List<String> values = pieces(path);
        List<Segment> segments = new ArrayList<>(8);
        long prefix = Hash.of(host);
        for (String piece : pieces(route)) {
            Segment segment = ofTemplate(piece);
            segments.add(segment);
            prefix = Hash.of(prefix, Hash.of(segment.signature()));
        }
        int mount = fits(segments, values, 0) ? 0 : values.size() - segments.size();
        if (fits(segments, values, mount)) {
            for (int i = 0; i < segments.size() && mount + i < values.size(); i++) {
                segments.set(i, segments.get(i).with(values.get(mount + i)));
            }
        }
        return new Shape(id(method, prefix), segments);
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

    /// A literal and the hash of the path before it.
    record Place(long prefix, String literal) {}

    /// Every literal of a template with its place, but for the first segment: an API has few roots, and they
    /// are names.
    static Stream<Place> placesOf(String host, String template) {
        List<Place> places = new ArrayList<>(8);
        long prefix = Hash.of(host);
        for (String piece : pieces(template)) {
            Segment segment = ofTemplate(piece);
            if (!segment.variable && !places.isEmpty()) {
                places.add(new Place(prefix, piece));
            } else if (places.isEmpty()) {
                places.add(new Place(0, ""));
            }
            prefix = Hash.of(prefix, Hash.of(segment.signature()));
        }
        return places.stream().skip(1);
    }

    static long id(String method, long prefix) {
        return Hash.of(prefix, Hash.of(method));
    }

    String template() {
        StringBuilder out = new StringBuilder(48);
        for (Segment segment : segments) {
            out.append('/').append(segment.template());
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    List<String> literals() {
        return segments.stream()
                .filter(s -> !s.variable || s.text.equals(FILE))
                .map(s -> s.variable ? s.text + s.suffix : s.text)
                .toList();
    }

    List<PathParameter> parameters() {
        List<PathParameter> parameters = null;
        String owner = "";
        for (Segment segment : segments) {
            if (!segment.variable) {
                owner = segment.text;
            } else if (!segment.value.isEmpty()) {
                parameters = parameters == null ? new ArrayList<>(2) : parameters;
                parameters.add(new PathParameter(segment.text, owner, segment.value));
            }
        }
        return parameters == null ? List.of() : parameters;
    }

    private static Segment segment(String text, String owner, long prefix, Collapses collapses) {
        SegmentType type = SegmentType.of(text);
        if (type != SegmentType.LITERAL) {
            return new Segment(true, Words.parameterName(owner), "", text);
        }
        int cut = suffixStart(text);
        if (cut > 0 && SegmentType.of(text.substring(0, cut)) != SegmentType.LITERAL) {
            return new Segment(true, Words.parameterName(owner), text.substring(cut), text.substring(0, cut));
        }
        return collapses.hides(prefix, text)
                ? new Segment(true, Words.parameterName(owner), "", text)
                : Segment.literal(text);
    }

    private static final Set<String> DATA_SUFFIXES = Set.of(".json", ".xml", ".csv", ".pdf", ".html", ".txt");

    private static int suffixStart(String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            return colon;
        }
        int dot = text.lastIndexOf('.');
        return dot > 0 && DATA_SUFFIXES.contains(text.substring(dot)) ? dot : -1;
    }

    /// One piece of a template: `{id}`, `{id:int}`, `{id}.json`, `:id`, `:id(.:format)`, `<int:id>`, or a
    /// literal.
    private static Segment ofTemplate(String piece) {
        char first = piece.charAt(0);
        int close = first == '{' ? closeOf(piece) : first == '<' ? piece.lastIndexOf('>') : -1;
        if (close > 1) {
            String inner = piece.substring(1, close);
            String name = first == '<' ? inner.substring(inner.lastIndexOf(':') + 1) : inner;
            return new Segment(true, word(name), piece.substring(close + 1), "");
        }
        if (first != ':' || piece.length() == 1) {
            return Segment.literal(piece);
        }
        String name = word(piece.substring(1));
        String rest = piece.substring(Math.min(piece.length(), 1 + name.length()));
        boolean isSuffix = rest.startsWith(".") || rest.startsWith(":");
        return new Segment(true, name, isSuffix ? rest : "", "");
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

    private static List<String> pieces(String path) {
        List<String> pieces = new ArrayList<>(8);
        for (String piece : path.split("/", SEGMENTS_MAX + 1)) {
            if (!piece.isEmpty() && pieces.size() < SEGMENTS_MAX) {
                pieces.add(piece);
            }
        }
        return pieces;
    }
}
