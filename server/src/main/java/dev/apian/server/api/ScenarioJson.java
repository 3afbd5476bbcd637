// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.TuningChange;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Setting;
import dev.apian.stage.signal.Tuning;
import dev.apian.stage.signal.Unkept;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Detections, their settings and changes of those as JSON.
final class ScenarioJson {

    private ScenarioJson() {}

    static ObjectNode of(Card card, Tuning tuning, ObjectNode noise) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", card.id()).put("title", card.title()).put("question", card.question());
        out.put("matters", card.matters());
        out.put("family", word(card.family()));
        out.put("severity", word(card.severity()));
        putTexts(out, "next_steps", card.nextSteps());
        putTexts(out, "false_positives", card.falsePositives());
        putTexts(out, "blind_spots", card.blindSpots());
        out.put("on", tuning.on());
        out.put("changed", !tuning.limits().isEmpty());
        out.set("noise", noise);
        return out;
    }

    /// @param detector with its defaults
    static ArrayNode settings(Detector<?> detector, Tuning tuning) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (Setting setting : detector.settings().list()) {
            out.addObject()
                    .put("name", setting.name())
                    .put("kind", word(setting.kind()))
                    .put("unit", setting.unit())
                    .put("value", tuning.limits().getOrDefault(setting.name(), setting.value()))
                    .put("default", setting.value())
                    .put("least", setting.least())
                    .put("most", setting.most())
                    .put("because", setting.because());
        }
        return out;
    }

    /// How well stored calls can be judged again.
    static ObjectNode replay(Detector<?> detector) {
        boolean possible = detector.unkept().stream().noneMatch(Unkept::isEssential);
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("possible", possible).put("exact", detector.unkept().isEmpty());
        putTexts(
                out,
                "unkept",
                detector.unkept().stream().sorted().map(Unkept::words).toList());
        return out;
    }

    static ObjectNode change(TuningChange change) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("at", change.at().toString()).put("by", change.by()).put("reason", change.reason());
        out.put("on", change.on());
        out.set("limits", limits(change.limits()));
        out.put("back_test", change.backTest().isEmpty() ? null : change.backTest());
        boolean always = change.fromMicros() == Long.MIN_VALUE;
        return out.put(
                "from",
                always
                        ? null
                        : Instant.EPOCH
                                .plus(change.fromMicros(), ChronoUnit.MICROS)
                                .toString());
    }

    static ObjectNode limits(Map<String, String> limits) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(limits).forEach(out::put);
        return out;
    }

    static void putTexts(ObjectNode out, String member, List<String> texts) {
        ArrayNode array = out.putArray(member);
        texts.forEach(array::add);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
