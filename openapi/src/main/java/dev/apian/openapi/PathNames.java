// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A path as OpenAPI wants it: each of its variable parts with a name of its own.
record PathNames(String path, List<Named> names) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /// @param because why it is a value: `typed`; empty if unknown
    /// @param type    of JSON Schema
    /// @param format  of JSON Schema; empty if none
    record Named(String name, String because, String type, String format) {}

    static PathNames of(Listed line) {
        String[] segments =
                PathTemplate.withoutQuery(line.endpoint().template()).split("/");
        List<Named> names = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        int part = 0;
        for (String segment : segments) {
            if (!segment.isEmpty()) {
                path.append('/').append(named(segment, line.decisions(), part++, names));
            }
        }
        return new PathNames(path.isEmpty() ? "/" : path.toString(), List.copyOf(names));
    }

    private static String named(String segment, List<Decision> decisions, int part, List<Named> names) {
        StringBuilder out = new StringBuilder();
        Matcher variable = VARIABLE.matcher(segment);
        while (variable.find()) {
            String plain = variable.group(1).replaceAll("[^A-Za-z0-9_.-]", "");
            String stem = plain.isEmpty() ? "id" : plain;
            String name = stem;
            for (int twin = 2; isTaken(name, names); twin++) {
                name = stem + twin;
            }
            names.add(described(name, decisions, part));
            variable.appendReplacement(out, Matcher.quoteReplacement("{" + name + "}"));
        }
        return variable.appendTail(out).toString();
    }

    private static boolean isTaken(String name, List<Named> names) {
        return names.stream().anyMatch(named -> named.name.equals(name));
    }

    /// Only what looks like a value by itself has a type that can be told; its evidence says which.
    private static Named described(String name, List<Decision> decisions, int part) {
        for (Decision decision : decisions) {
            if (decision.part() == part) {
                String because = decision.because().name().toLowerCase(Locale.ROOT);
                String words = decision.because() == Decision.Because.TYPED
                        ? String.join(" ", decision.evidence()).toLowerCase(Locale.ROOT)
                        : "";
                boolean isNumber = words.contains("number") || words.contains("integer");
                String format = words.contains("uuid") ? "uuid" : words.contains("date") ? "date" : "";
                return new Named(name, because, isNumber && format.isEmpty() ? "integer" : "string", format);
            }
        }
        return new Named(name, "", "string", "");
    }

    void putParameters(ObjectNode item) {
        if (names.isEmpty()) {
            return;
        }
        ArrayNode parameters = item.putArray("parameters");
        for (Named named : names) {
            ObjectNode parameter = parameters
                    .addObject()
                    .put("name", named.name)
                    .put("in", "path")
                    .put("required", true);
            ObjectNode schema = parameter.putObject("schema").put("type", named.type);
            if (!named.format.isEmpty()) {
                schema.put("format", named.format);
            }
            if (!named.because.isEmpty()) {
                parameter.put("x-apian-because", named.because);
            }
        }
    }
}
