// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What would have made an alert's numbers normal, in sentences. It goes by the alert's own evidence, so it says what
/// is usual, not where exactly a detection would have stayed quiet.
final class Normally {

    private static final int SENTENCES_MAX = 8;

    /// Of things that can be counted, so few on average are none.
    private static final double FEW = 0.05;

    private Normally() {}

    /// One sentence for each measure that was off, of several such facts the one that was off most.
    static ArrayNode of(ObjectNode alert) {
        Map<String, JsonNode> strongest = new HashMap<>();
        Set<String> order = new LinkedHashSet<>();
        for (JsonNode fact : alert.path("evidence")) {
            if (fact.path("expected").isNumber() && isOff(fact)) {
                String measure = fact.path("measure").asString("");
                order.add(measure);
                strongest.merge(measure, fact, (a, b) -> distance(a) >= distance(b) ? a : b);
            }
        }
        ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
        order.stream()
                .map(measure -> sentence(strongest.getOrDefault(measure, alert)))
                .distinct()
                .limit(SENTENCES_MAX)
                .forEach(sentences::add);
        return sentences;
    }

    private static boolean isOff(JsonNode fact) {
        double observed = fact.path("observed").asDouble();
        return observed > high(fact) || observed < low(fact) || isLimit(fact);
    }

    /// A detection that counts up to its limit observes just that.
    private static boolean isLimit(JsonNode fact) {
        return fact.path("observed").asDouble() == fact.path("expected").asDouble()
                && fact.path("measure").asString("").contains(" that match ");
    }

    private static double distance(JsonNode fact) {
        return Math.abs(fact.path("observed").asDouble() - fact.path("expected").asDouble());
    }

    private static String sentence(JsonNode fact) {
        String measure = fact.path("measure").asString("it");
        String observed = number(fact.path("observed").asDouble());
        String window = within(fact.path("window").asString(""));
        if (isLimit(fact)) {
            return "Fewer than %s %s%s.".formatted(observed, measure, window);
        }
        String subject = Character.toUpperCase(measure.charAt(0)) + measure.substring(1) + window;
        if (fact.path("observed").asDouble() < low(fact)) {
            String wanted = number(low(fact));
            return fact.path("unit").asString("").equals("consumers")
                    ? "%s: more than %s of %s.".formatted(subject, observed, wanted)
                    : "%s: about %s, not %s.".formatted(subject, wanted, observed);
        }
        double high = high(fact);
        if (high < FEW && !fact.path("unit").asString("").equals("share")) {
            return "%s: none, not %s.".formatted(subject, observed);
        }
        String most = fact.path("expected_high").isNumber() ? "at most" : "about";
        return "%s: %s %s, not %s.".formatted(subject, most, number(high), observed);
    }

    private static double high(JsonNode fact) {
        return fact.path("expected_high").asDouble(fact.path("expected").asDouble());
    }

    private static double low(JsonNode fact) {
        return fact.path("expected_low").asDouble(fact.path("expected").asDouble());
    }

    private static String within(String window) {
        try {
            Duration length = Duration.parse(window);
            if (length.toSeconds() < 1) {
                return "";
            }
            if (length.toDays() > 1 && length.equals(Duration.ofDays(length.toDays()))) {
                return " within %d days".formatted(length.toDays());
            }
            if (length.toHours() > 0) {
                return length.toHours() == 1 ? " within an hour" : " within %d hours".formatted(length.toHours());
            }
            return length.toMinutes() > 1
                    ? " within %d minutes".formatted(length.toMinutes())
                    : " within %d seconds".formatted(length.toSeconds());
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static String number(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value < 0.01 ? "%.1g" : "%.2g", value);
    }
}
