// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A path template as a pattern for others: the names of its variable parts do not matter.
///
/// @param segments each with `{}` for a variable part
/// @param last     whether the last segment stands for all that follows: `{path+}`, `{*path}`, `**`
record PathTemplate(List<String> segments, boolean last) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern REST = Pattern.compile("\\{(\\*[^{}]*|\\+[^{}]*|[^{}]*[+*])}|\\*\\*");

    static PathTemplate of(String template) {
        List<String> segments = new ArrayList<>(8);
        boolean rest = false;
        for (String segment : withoutQuery(template).split("/")) {
            if (!segment.isEmpty()) {
                rest = REST.matcher(segment).matches();
                segments.add(VARIABLE.matcher(segment).replaceAll("{}"));
            }
        }
        return new PathTemplate(List.copyOf(segments), rest);
    }

    /// Some templates tell operations within one path apart: `/graphql#query Orders`, `/index.php?action=list`.
    static String withoutQuery(String template) {
        int query = template.indexOf('?');
        int fragment = template.indexOf('#');
        int end = Math.min(query < 0 ? template.length() : query, fragment < 0 ? template.length() : fragment);
        return template.substring(0, end);
    }

    /// Whether another template, or a path, is one of those that this stands for. A name seen where this has a variable
    /// part is one of its values.
    boolean covers(PathTemplate seen) {
        int length = segments.size();
        if (last ? seen.segments.size() < length : seen.segments.size() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            boolean restHere = last && i == length - 1;
            if (!restHere && !covers(segments.get(i), seen.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(String pattern, String seen) {
        if (pattern.equals(seen) || pattern.equals("{}")) {
            return true;
        }
        int open = pattern.indexOf("{}");
        if (open < 0) {
            return false;
        }
        String before = pattern.substring(0, open);
        String after = pattern.substring(pattern.lastIndexOf("{}") + 2);
        return seen.length() > before.length() + after.length() && seen.startsWith(before) && seen.endsWith(after);
    }

    /// How many of its segments are names: of two templates that cover a path, the one with more is meant.
    int names() {
        return (int)
                segments.stream().filter(segment -> !segment.contains("{}")).count();
    }

    /// The same in text, `/orders/{}`.
    String shape() {
        return "/" + String.join("/", segments);
    }

    /// What is wrong with a path of a document, if anything.
    static @Nullable String problem(String path) {
        int open = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open < 0 || open > 1 || open == 1 && c == '/') {
                return "its braces do not match";
            }
            if (Character.isISOControl(c)) {
                return "it holds a control character";
            }
        }
        return open != 0 ? "its braces do not match" : path.startsWith("/") ? null : "it should begin with /";
    }
}
