// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.live.Watched;
import dev.apian.server.tuning.Tuned;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detector;
import dev.apian.stream.Tick;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The detections: what they say about themselves, how they are set, how noisy they are and what they found last.
final class Scenarios {

    private static final int FINDINGS_MAX = 10;

    private final Tuned tuned;
    private final Noise noise;
    private final Cases cases;
    private final Watched watched;

    Scenarios(Tuned tuned, Noise noise, Cases cases, Watched watched) {
        this.tuned = tuned;
        this.noise = noise;
        this.cases = cases;
        this.watched = watched;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        Long last = lastDay(watched);
        Map<String, Noise.Of> all = noise.upTo(last);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        List<Detector<?>> sorted = tuned.defaults().stream()
                .sorted(Comparator.comparing(detector -> detector.card().id()))
                .toList();
        sorted.forEach(detector -> items.add(summary(detector, all, last)));
        return answer;
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        return detail(detector(tuned, asked.path("id")));
    }

    ObjectNode detail(Detector<?> detector) throws IOException {
        String id = detector.card().id();
        Long last = lastDay(watched);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("scenario", summary(detector, noise.upTo(last), last));
        answer.set("settings", ScenarioJson.settings(detector, tuned.of(id)));
        answer.set("replay", ScenarioJson.replay(detector));
        ArrayNode findings = answer.putArray("findings");
        cases.all().stream()
                .filter(one -> one.fired(id))
                .sorted(Comparator.comparing(Case::raised).reversed())
                .limit(FINDINGS_MAX)
                .forEach(one -> findings.add(one.summary()));
        ArrayNode history = answer.putArray("history");
        tuned.changesOf(id).forEach(change -> history.add(ScenarioJson.change(change)));
        answer.put("applied", watched.readsCorrections());
        ScenarioJson.putTexts(answer, "problems", tuned.latest().problems().getOrDefault(id, List.of()));
        return answer;
    }

    private ObjectNode summary(Detector<?> detector, Map<String, Noise.Of> all, @Nullable Long last) {
        Card card = detector.card();
        Noise.Of raised = all.getOrDefault(card.id(), new Noise.Of());
        return ScenarioJson.of(card, tuned.of(card.id()), raised.json(last));
    }

    static Detector<?> detector(Tuned tuned, String id) {
        return tuned.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "No such detection",
                        "There is no detection with the id %s; GET /api/v1/scenarios lists those there are."
                                .formatted(id)));
    }

    /// The day of the latest call judged, from 1970 in UTC; null before the first.
    static @Nullable Long lastDay(Watched watched) {
        long micros = watched.progress().eventMicros();
        return micros == Long.MIN_VALUE ? null : Math.floorDiv(Tick.of(micros), Tick.PER_DAY);
    }
}
