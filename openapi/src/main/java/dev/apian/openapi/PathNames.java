// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Listed;
import java.util.ArrayList;
import java.util.Collections;
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
    record Named(String name, String because) {}

    static PathNames of(Listed line) {
        String template = PathTemplate.withoutQuery(line.endpoint().template());
        List<String> because =
                because(line.decisions(), VARIABLE.matcher(template).results().count());
        List<Named> names = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        while (variable.find()) {
            String name = free(variable.group(1).replaceAll("[^A-Za-z0-9_.-]", ""), names);
            names.add(new Named(name, because.get(names.size())));
            variable.appendReplacement(path, Matcher.quoteReplacement("{" + name + "}"));
        }
        return new PathNames(variable.appendTail(path).toString(), List.copyOf(names));
    }

    /// Decisions are about parts of segments too, so those about values are taken in their order.
    private static List<String> because(List<Decision> decisions, long variables) {
        List<String> because = decisions.stream()
                .filter(decision -> decision.text().contains("{"))
                .map(decision -> decision.because().name().toLowerCase(Locale.ROOT))
                .toList();
        return because.size() == variables ? because : Collections.nCopies((int) variables, "");
    }

    private static String free(String wanted, List<Named> names) {
        String stem = wanted.isEmpty() ? "id" : wanted;
        String name = stem;
        for (int twin = 2; isTaken(name, names); twin++) {
            name = stem + twin;
        }
        return name;
    }

    private static boolean isTaken(String name, List<Named> names) {
        return names.stream().anyMatch(named -> named.name.equals(name));
    }

    /// A part of a path is text to OpenAPI, whatever its values look like: which kind they are is not recorded.
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
            parameter.putObject("schema").put("type", "string");
            if (!named.because.isEmpty()) {
                parameter.put("x-apian-because", named.because);
            }
        }
    }
}
