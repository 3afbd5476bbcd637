// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the paths of an [OpenApi] document: which types of things the names in braces stand for.
///
/// `/pets/{id}/visits/{visitId}` is about a `pet` and a `visit` of it: what a parameter stands for is told by the word
/// before it, unless that is a parameter too.
///
/// @param template the path with types in braces
/// @param parameters the names that the document has in the braces
/// @param types one for each
/// @param last the last segment that is a word, empty if there is none
/// @param endsWithThing whether the path ends with a parameter
record PathNames(String template, List<String> parameters, List<String> types, String last, boolean endsWithThing) {

    static PathNames of(String path) {
        String[] segments = path.split("/", -1);
        List<String> parameters = new ArrayList<>();
        List<String> types = new ArrayList<>();
        StringBuilder template = new StringBuilder();
        String last = "";
        for (int i = 0; i < segments.length; i++) {
            template.append(i == 0 ? "" : "/");
            if (segments[i].indexOf('{') < 0) {
                template.append(segments[i]);
                last = segments[i].isEmpty() ? last : segments[i];
                continue;
            }
            boolean alone = (i + 1 >= segments.length || segments[i + 1].indexOf('{') < 0)
                    && segments[i].indexOf('{') == segments[i].lastIndexOf('{');
            String word = i > 0 && segments[i - 1].indexOf('{') < 0 ? segments[i - 1] : "";
            int from = 0;
            for (int open = segments[i].indexOf('{'); open >= 0; open = segments[i].indexOf('{', from)) {
                int close = segments[i].indexOf('}', open);
                String parameter = segments[i].substring(open + 1, close);
                String type = alone && !word.isEmpty() ? singular(word) : withoutId(clean(parameter));
                while (types.contains(type)) {
                    type = clean(parameter).equals(type) || types.contains(clean(parameter))
                            ? type + "2"
                            : clean(parameter);
                }
                parameters.add(parameter);
                types.add(type);
                template.append(segments[i], from, open)
                        .append('{')
                        .append(type)
                        .append('}');
                from = close + 1;
            }
            template.append(segments[i].substring(from));
        }
        return new PathNames(
                template.toString(),
                List.copyOf(parameters),
                List.copyOf(types),
                last,
                segments[segments.length - 1].endsWith("}"));
    }

    /// The type of a single thing of a collection: `categories` are each a `category`.
    static String singular(String word) {
        String clean = clean(word);
        String lower = clean.toLowerCase(Locale.ROOT);
        if (lower.endsWith("ies") && clean.length() > 4) {
            return clean.substring(0, clean.length() - 3) + "y";
        }
        if (lower.endsWith("sses") || lower.endsWith("xes") || lower.endsWith("ches") || lower.endsWith("shes")) {
            return clean.substring(0, clean.length() - 2);
        }
        boolean plural = lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us") && !lower.endsWith("is");
        return plural && clean.length() > 2 ? clean.substring(0, clean.length() - 1) : clean;
    }

    /// `petId` and `pet_id` without the end.
    static String withoutId(String name) {
        for (String end : List.of("_id", "-id", "Id", "ID", "_uuid", "Uuid")) {
            if (name.endsWith(end) && name.length() > end.length()) {
                return name.substring(0, name.length() - end.length());
            }
        }
        return name;
    }

    private static String clean(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                out.append(c);
            }
        }
        return out.isEmpty() ? "thing" : out.toString();
    }
}
