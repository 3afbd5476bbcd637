// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stage.endpoint.Correction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which corrections are proper, and which override which.
final class CorrectionRules {

    private static final int TEMPLATE_CHARACTERS_MAX = 2_000;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{0,20}");
    private static final Pattern HOST = Pattern.compile("[^\\s/A-Z]{0,253}");
    private static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final String NAMES = "expected letters, digits, _ and -, at most 64, with a letter or _ first";

    private CorrectionRules() {}

    static void check(Correction correction) {
        List<String> problems = new ArrayList<>();
        checkTemplate(correction.template(), problems);
        if (!HOST.matcher(correction.host()).matches()) {
            problems.add(
                    "host %s is none, expected a name in small letters, without port".formatted(correction.host()));
        }
        switch (correction) {
            case Correction.Pin pin -> {
                if (!METHOD.matcher(pin.method()).matches()) {
                    problems.add("method %s is none, expected capital letters".formatted(pin.method()));
                }
            }
            case Correction.Reject reject -> checkVariable(reject.template(), problems);
            case Correction.Rename rename -> {
                checkVariable(rename.template(), problems);
                checkVariableName(rename.name(), problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void checkTemplate(String template, List<String> problems) {
        if (!template.startsWith("/")) {
            problems.add("template %s, expected one that begins with /".formatted(template));
        }
        if (template.length() > TEMPLATE_CHARACTERS_MAX) {
            problems.add("the template has %d characters, expected at most %d"
                    .formatted(template.length(), TEMPLATE_CHARACTERS_MAX));
        }
        Matcher variable = VARIABLE.matcher(template);
        while (variable.find()) {
            checkVariableName(variable.group(1), problems);
        }
        String rest = VARIABLE.matcher(template).replaceAll("");
        if (rest.contains("{") || rest.contains("}") || rest.chars().anyMatch(c -> c <= ' ')) {
            problems.add("template %s has braces that do not match, or blanks".formatted(template));
        }
    }

    private static void checkVariable(String template, List<String> problems) {
        if (!VARIABLE.matcher(template).find()) {
            problems.add(
                    "template %s has no variable part, expected at least one, as in /orders/{id}".formatted(template));
        }
    }

    private static void checkVariableName(String name, List<String> problems) {
        if (!NAME.matcher(name).matches()) {
            problems.add("name %s: %s".formatted(name.isEmpty() ? "(empty)" : name, NAMES));
        }
    }

    static void checkName(String document) {
        if (!DOCUMENT.matcher(document).matches()) {
            throw new IllegalArgumentException(
                    "%s is no name for a document, expected letters, digits, ., _ and -, at most 100"
                            .formatted(document));
        }
    }

    /// @param said in the order of their weight, the heaviest last
    static List<Correction> inForce(List<Correction> said) {
        Map<String, List<Correction>> byShape = new HashMap<>();
        Set<Correction> over = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Correction correction : said) {
            String shape = VARIABLE.matcher(correction.template()).replaceAll("{}");
            List<Correction> others = byShape.computeIfAbsent(shape, key -> new ArrayList<>());
            others.removeIf(other -> {
                boolean isOver = overrides(correction, other);
                if (isOver) {
                    over.add(other);
                }
                return isOver;
            });
            others.add(correction);
        }
        return said.stream().filter(correction -> !over.contains(correction)).toList();
    }

    /// Whether one is about the whole place of another of the same template. A route that is both said to be and not to
    /// be is one place, whatever the method.
    private static boolean overrides(Correction later, Correction earlier) {
        boolean here = later.host().isEmpty() || later.host().equals(earlier.host());
        return here
                && switch (later) {
                    case Correction.Rename _ -> earlier instanceof Correction.Rename;
                    case Correction.Reject _ -> !(earlier instanceof Correction.Rename);
                    case Correction.Pin pin ->
                        earlier instanceof Correction.Reject
                                || earlier instanceof Correction.Pin other
                                        && (pin.method().isEmpty()
                                                || pin.method().equals(other.method()));
                };
    }
}
