// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.endpoint.Decision.Because;
import dev.apian.stage.endpoint.Use.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Says in words why each part of a template is what it is.
final class Explained {

    private Explained() {}

    static List<Decision> of(Known known) {
        Place end = known.place();
        if (end == null) {
            List<Decision> told = new ArrayList<>();
            for (Shape.Segment segment :
                    Shape.ofTemplate(known.endpoint().template()).segments()) {
                told.add(new Decision(told.size(), segment.template(), Because.TOLD, 0, List.of()));
            }
            return told;
        }
        List<Decision> decisions = new ArrayList<>();
        for (Place place : end.path()) {
            decisions.add(new Decision(
                    decisions.size(),
                    place.segment().template(),
                    place.because,
                    place.odds,
                    place.isVariable() ? values(place) : name(place)));
        }
        return decisions;
    }

    private static List<String> values(Place variable) {
        List<String> evidence = new ArrayList<>();
        long values = Math.max(variable.valuesSeen, variable.values.size());
        String once = values > 1 ? say(", %.0f%% seen once", 100.0 * variable.valuesOnce / values) : "";
        evidence.add(say("%,d %s%s", values, values == 1 ? "value" : "values", once));
        variable.use.echoes().entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(echo -> evidence.add(say(
                        "comes back as \"%s\" in %,d of %,d responses",
                        echo.getKey(), echo.getValue(), Math.max(echo.getValue(), variable.use.bodies()))));
        variable.use.counts().entrySet().stream()
                .filter(count -> count.getKey().end() && count.getKey().shape() != 0)
                .max(Map.Entry.<Token, Integer>comparingByValue()
                        .thenComparingLong(count -> count.getKey().shape()))
                .ifPresent(count -> evidence.add(
                        say("%,d of %,d responses have the same form", count.getValue(), variable.use.bodies())));
        evidence.add(senders(variable.use));
        return evidence;
    }

    private static List<String> name(Place name) {
        return List.of(say("%,d calls looked at", name.use.calls()), senders(name.use));
    }

    private static String senders(Use use) {
        return use.senders() == Use.SENDERS_MAX
                ? say("%d senders or more", Use.SENDERS_MAX)
                : say("%d %s", use.senders(), use.senders() == 1 ? "sender" : "senders");
    }

    @SuppressWarnings("AnnotateFormatMethod") // all forms are in this file
    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
