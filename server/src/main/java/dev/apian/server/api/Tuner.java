// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.catalogue.TuningChange;
import dev.apian.catalogue.Tunings;
import dev.apian.engine.backtest.BackTest.Comparison;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import dev.apian.server.live.Watched;
import dev.apian.server.tuning.BackTests;
import dev.apian.server.tuning.Trial;
import dev.apian.server.tuning.Tuned;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Tuning;
import dev.apian.stage.signal.Unkept;
import dev.apian.stream.Tick;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sets detections, and tells beforehand what other settings would have raised.
final class Tuner {

    private static final Duration LATER = Duration.ofSeconds(10);

    private final Tuned tuned;
    private final BackTests tests;
    private final Scenarios scenarios;
    private final Noise noise;
    private final Watched watched;
    private final InstantSource clock;

    Tuner(Tuned tuned, BackTests tests, Scenarios scenarios, Noise noise, Watched watched, InstantSource clock) {
        this.tuned = tuned;
        this.tests = tests;
        this.scenarios = scenarios;
        this.noise = noise;
        this.watched = watched;
        this.clock = clock;
    }

    ObjectNode set(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Detector<?> detector = Scenarios.detector(tuned, asked.path("id"));
        Said said = Said.of(
                body,
                Set.of("on", "limits", "reason", "back_test"),
                "a JSON object with on, limits and reason, and at most back_test besides");
        Tuning tuning = tuning(said, detector);
        String reason = said.text("reason").strip();
        if (reason.isEmpty() || reason.length() > TuningChange.REASON_CHARS_MAX) {
            throw Said.wrong("reason", reason, "a text of 1 to " + TuningChange.REASON_CHARS_MAX + " characters");
        }
        if (!watched.readsCorrections()) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "cluster",
                    "The cluster's job reads no settings",
                    "This server shows a cluster's lake, and the job that fills it runs the detections as they come:"
                            + " this would change nothing, so it is not kept. Back-tests work here.");
        }
        String id = detector.card().id();
        Detections proposed = checked(id, tuning);
        if (tuned.changes() >= Tunings.CHANGES_MAX) {
            throw Problem.limit(
                    "There are too many changes",
                    "changes_max",
                    tuned.changes() + 1L,
                    Tunings.CHANGES_MAX,
                    "Settings were changed %d times, changes_max allows no more.".formatted(tuned.changes()));
        }
        tuned.add(new TuningChange(
                id,
                proposed.isOn(detector),
                tuning.limits(),
                nextTick(),
                clock.instant(),
                asked.caller().name(),
                reason,
                sentenceOf(said.text("back_test"), id, tuning)));
        watched.follow(tuned.rota());
        return scenarios.detail(detector);
    }

    ObjectNode test(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Detector<?> detector = Scenarios.detector(tuned, asked.path("id"));
        String id = detector.card().id();
        Tuning tuning = tuning(Said.of(body, Set.of("on", "limits"), "a JSON object with on and limits"), detector);
        Detections proposed = checked(id, tuning);
        List<String> missing = detector.unkept().stream()
                .filter(Unkept::isEssential)
                .map(Unkept::words)
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "no-replay",
                    "This detection cannot be back-tested",
                    "Stored calls do not tell what it looks at: %s. Its settings can be saved without a back-test."
                            .formatted(String.join("; ", missing)));
        }
        Long last = Scenarios.lastDay(watched);
        if (last == null) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "no-calls",
                    "There are no calls to test with",
                    "No call was judged yet; send some to POST /v1/calls, or read files with apian analyze.");
        }
        return json(tests.start(id, tuning, tuned.latest(), proposed, last).orElseThrow(this::busy));
    }

    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("id");
        return json(tests.byId(id).orElseThrow(() -> gone(id)));
    }

    ObjectNode cancel(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("id");
        return json(tests.cancel(id).orElseThrow(() -> gone(id)));
    }

    private ObjectNode json(Trial trial) throws IOException {
        Comparison found = trial.found();
        Map<String, Noise.Of> really =
                found == null ? Map.of() : noise.upTo(found.span().last());
        return BackTestJson.of(trial, really.getOrDefault(trial.detection(), new Noise.Of()));
    }

    private Detections checked(String id, Tuning tuning) {
        Detections proposed = tuned.with(id, tuning);
        List<String> problems = proposed.problems().getOrDefault(id, List.of());
        if (!problems.isEmpty()) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            ScenarioJson.putTexts(members, "problems", problems);
            throw Problem.badBody(String.join("\n", problems)).with(members);
        }
        return proposed;
    }

    /// Values that are the defaults are not kept, so that a better default of a later release comes through.
    private static Tuning tuning(Said said, Detector<?> detector) {
        JsonNode on = said.members().path("on");
        if (!on.isBoolean()) {
            throw Said.wrong("on", on.toString(), "true or false");
        }
        JsonNode given = said.members().path("limits");
        if (!given.isObject()) {
            throw Said.wrong("limits", given.toString(), "an object of values by name");
        }
        Map<String, String> defaults = detector.settings().values();
        Map<String, String> limits = new HashMap<>();
        given.propertyStream().forEach(limit -> {
            JsonNode value = limit.getValue();
            if (!value.isString() && !value.isNumber()) {
                throw Said.wrong("limits." + limit.getKey(), value.toString(), "a number or a text such as 15m");
            }
            String text = value.asString().strip();
            if (!text.equals(defaults.get(limit.getKey()))) {
                limits.put(limit.getKey(), text);
            }
        });
        return new Tuning(on.asBoolean(), limits);
    }

    /// Only a back-test of these very settings tells what they do.
    private String sentenceOf(String test, String id, Tuning tuning) {
        return tests.byId(test)
                .filter(trial -> trial.detection().equals(id) && trial.asked().equals(tuning))
                .map(Trial::found)
                .map(BackTestJson::sentence)
                .orElse("");
    }

    /// Settings change between two ticks of event time; the open one goes on as it began.
    private long nextTick() {
        long reached = watched.progress().eventMicros();
        return reached == Long.MIN_VALUE ? Long.MIN_VALUE : (Tick.of(reached) + 1) * Tick.MICROS;
    }

    private Problem busy() {
        String other = tests.running().map(Trial::detection).orElse("another detection");
        return Problem.again(
                HttpStatus.CONFLICT,
                "back-test-running",
                "Another back-test is under way",
                "One back-test runs at a time, and one of %s is under way; wait for it, or cancel it with DELETE"
                                .formatted(other)
                        + " /api/v1/back-tests/{id}.",
                LATER);
    }

    private static Problem gone(String id) {
        return Problem.notFound(
                "No such back-test",
                "There is no back-test with the id %s; they are forgotten when the server restarts. Start another with"
                                .formatted(id)
                        + " POST /api/v1/scenarios/{id}/back-test.");
    }
}
