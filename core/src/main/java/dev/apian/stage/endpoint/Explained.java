// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.endpoint.Decision.Because;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        evidence.add("%,d %s%s"
                .formatted(
                        values,
                        values == 1 ? "value" : "values",
                        values > 1 ? ", %.0f%% seen once".formatted(100.0 * variable.valuesOnce / values) : ""));
        variable.use.echoes().entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Integer> echo) -> echo.getValue())
                        .thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(echo -> evidence.add("comes back as \"%s\" in %,d of %,d responses"
                        .formatted(
                                echo.getKey(),
                                echo.getValue(),
                                Math.max(echo.getValue(), variable.use.bodies()))));
        evidence.add(senders(variable.use));
        return evidence;
    }

    private static List<String> name(Place name) {
        return List.of("%,d calls looked at".formatted(name.use.calls()), senders(name.use));
    }

    private static String senders(Use use) {
        return use.senders() == Use.SENDERS_MAX
                ? "%d senders or more".formatted(Use.SENDERS_MAX)
                : "%d %s".formatted(use.senders(), use.senders() == 1 ? "sender" : "senders");
    }
}
