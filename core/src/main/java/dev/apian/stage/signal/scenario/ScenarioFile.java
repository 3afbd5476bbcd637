// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Card.Severity;
import dev.apian.stage.signal.scenario.Scenario.Filter;
import dev.apian.stage.signal.scenario.Scenario.Limit;
import dev.apian.stage.signal.scenario.Scenario.Measure;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a scenario file: the text of `detections/<id>.yaml` in, a [Scenario] or everything that is wrong
/// with it out.
public final class ScenarioFile {

    static final String SUFFIX = ".yaml";

    static final Duration WINDOW_MAX = Duration.ofDays(28);

    private final Fields fields;
    private final String fileName;

    private ScenarioFile(String fileName, Fields fields) {
        this.fileName = fileName;
        this.fields = fields;
    }

    /// What a file turned out to be.
    public sealed interface Outcome {

        record Good(Scenario scenario) implements Outcome {}

        /// All problems of the file, not just the first.
        record Bad(List<Problem> problems) implements Outcome {}
    }

    /// @param file     its name
    /// @param field    the path to it, `limit.because`
    /// @param expected what would be right
    /// @param next     what to do
    public record Problem(String file, String field, String found, String expected, String next) {

        @Override
        public String toString() {
            return "%s: %s=%s, expected %s; %s".formatted(file, field, found, expected, next);
        }
    }

    /// @param fileName without folder, `credential-stuffing.yaml`
    public static Outcome read(String fileName, String text) {
        Fields fields = Fields.of(fileName, text);
        if (!fields.problems().isEmpty()) {
            return new Outcome.Bad(fields.problems());
        }
        Scenario scenario = new ScenarioFile(fileName, fields).scenario();
        fields.refuseOthers();
        return fields.problems().isEmpty() ? new Outcome.Good(scenario) : new Outcome.Bad(fields.problems());
    }

    private Scenario scenario() {
        Card card = card();
        Fields strength = fields.inner("strength");
        double sure = strength.number("value", 0.01, 0.99);
        strength.reason();
        Fields window = fields.inner("window");
        Duration length = window.duration("value", WINDOW_MAX);
        Map<String, String> reasons = new HashMap<>(Map.of("window", window.reason()));
        fields.skip("cases");
        return new Scenario(
                card,
                sure,
                filter(fields.inner("filter")),
                fields.oneOf("key", List.of(Scenario.Key.values()), Scenario.Key::text, Scenario.Key.ACTOR),
                measure(),
                length,
                limit(reasons),
                fields.flag("forgiven-when-answered"),
                sentence("happened"),
                sentence("usual"),
                reasons);
    }

    private Card card() {
        String id = fields.text("id");
        if (!id.isEmpty() && !fileName.equals(id + SUFFIX)) {
            fields.problem("id", id, "the name of the file without " + SUFFIX, "rename one of them");
        }
        return Fields.cardOf(
                id,
                fields.text("title"),
                fields.text("question"),
                fields.text("matters"),
                fields.oneOf("family", List.of(Family.values()), Fields::word, Family.REFUSAL),
                fields.oneOf("severity", List.of(Severity.values()), Fields::word, Severity.LOW),
                fields.texts("next-steps"),
                fields.texts("false-positives"),
                fields.texts("blind-spots"));
    }

    private static Filter filter(Fields filter) {
        return new Filter(
                filter.someOf("labels", List.of(Label.values()), Fields::word),
                filter.textSet("methods"),
                filter.numberSet("statuses", 100, 599),
                filter.textSet("endpoints"),
                filter.someOf("kinds", List.of(Actor.Kind.values()), Actor.Kind::label),
                filter.flag("has-username"));
    }

    private static final Map<String, Measure> MEASURES = Map.of(
            "calls", new Measure.Calls(),
            "distinct usernames", new Measure.DistinctUsernames(),
            "distinct endpoints", new Measure.DistinctEndpoints(),
            "distinct paths", new Measure.DistinctPaths());

    private static final String ENTITIES = "distinct entities of ";

    private Measure measure() {
        String text = fields.text("measure");
        if (text.startsWith(ENTITIES) && text.length() > ENTITIES.length()) {
            return new Measure.DistinctEntities(text.substring(ENTITIES.length()));
        }
        Measure measure = MEASURES.get(text);
        if (measure == null && !text.isEmpty()) {
            List<String> all = MEASURES.keySet().stream().sorted().toList();
            fields.problem("measure", text, "one of " + all + " or " + ENTITIES + "<type>", "write one of them");
        }
        return measure == null ? new Measure.Calls() : measure;
    }

    private Limit limit(Map<String, String> reasons) {
        Fields limit = fields.inner("limit");
        int count = limit.whole("value", 1, Limit.COUNT_MAX);
        reasons.put("limit", limit.reason());
        Map<Actor.Kind, Integer> ofKinds = new EnumMap<>(Actor.Kind.class);
        for (Actor.Kind kind : Actor.Kind.values()) {
            if (limit.has(kind.label())) {
                Fields ofKind = limit.inner(kind.label());
                ofKinds.put(kind, ofKind.whole("value", 1, Limit.COUNT_MAX));
                reasons.put("limit." + kind.label(), ofKind.reason());
            }
        }
        return new Limit(count, ofKinds);
    }

    private Sentence sentence(String name) {
        Sentence sentence = new Sentence(fields.text(name));
        for (String gap : sentence.unknownGaps()) {
            List<String> all = Sentence.GAPS.stream().sorted().toList();
            fields.problem(name, "{" + gap + "}", "a gap among " + all, "use one of them or plain words");
        }
        return sentence;
    }
}
