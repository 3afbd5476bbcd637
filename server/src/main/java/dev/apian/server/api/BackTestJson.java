// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.engine.backtest.BackTest.Comparison;
import dev.apian.engine.backtest.Finding;
import dev.apian.engine.backtest.Raised;
import dev.apian.engine.backtest.Span;
import dev.apian.server.tuning.BackTests;
import dev.apian.server.tuning.Trial;
import dev.apian.stage.signal.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A back-test as JSON: how far it is, and what it found.
final class BackTestJson {

    /// Of each sort; the newest first.
    private static final int EXAMPLES_MAX = 10;

    private BackTestJson() {}

    /// @param really what was raised in the same days
    static ObjectNode of(Trial trial, Noise.Of really) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", trial.id()).put("scenario", trial.detection());
        out.put("status", ScenarioJson.word(trial.status()));
        out.put("on", trial.asked().on());
        out.set("limits", ScenarioJson.limits(trial.asked().limits()));
        out.put("calls_read", trial.callsRead()).put("calls_total", trial.callsTotal());
        out.put("message", trial.message().isEmpty() ? null : trial.message());
        Comparison found = trial.found();
        out.set("result", found == null ? null : result(found, really));
        return out;
    }

    private static ObjectNode result(Comparison found, Noise.Of really) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        Span span = found.span();
        out.put("from", Noise.text(span.from())).put("to", Noise.text(span.last()));
        out.put("learning_days", span.learningDays());
        out.put("sentence", sentence(found));
        ScenarioJson.putTexts(out, "left_out", leftOut(found));
        out.set("present", outcome(found.present()));
        out.set("proposed", outcome(found.proposed()));
        ArrayNode days = out.putArray("days");
        for (long day : span.days()) {
            ObjectNode one = days.addObject().put("day", Noise.text(day));
            one.put("present_signals", found.present().signals().getOrDefault(day, 0));
            one.put("present_alerts", found.present().alerts().getOrDefault(day, 0));
            one.put("proposed_signals", found.proposed().signals().getOrDefault(day, 0));
            one.put("proposed_alerts", found.proposed().alerts().getOrDefault(day, 0));
            one.put("really_signals", really.signals(day));
            one.put("really_alerts", really.alerts(day));
        }
        out.set("examples", examples(found));
        return out;
    }

    /// What it would have been like, in the words that people ask in.
    static String sentence(Comparison found) {
        int days = found.span().days().size();
        int alerts = found.proposed().alertCount();
        return "These settings would have raised %s in %s; the present ones raise %d."
                .formatted(
                        counted(alerts, "alert"),
                        days == 1 ? "the last day" : "the last " + days + " days",
                        found.present().alertCount());
    }

    private static String counted(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /// Why it does not cover all that it should.
    private static List<String> leftOut(Comparison found) {
        List<String> words = new ArrayList<>();
        Span span = found.span();
        if (span.cut() > 0) {
            words.add("The first %d of the %d days are left out, since more than %,d calls are not read."
                    .formatted(span.cut(), Span.DAYS, BackTests.CALLS_MAX));
        } else if (span.days().size() < Span.DAYS) {
            words.add("Calls are stored since %s only.".formatted(Noise.text(span.from())));
        }
        if (span.learningDays() == 0) {
            words.add("No calls are stored from before these days to learn what is usual from, so that detections which"
                    + " need to know it stay silent in the first of them.");
        }
        if (!found.isWhole()) {
            words.add("It took longer than %d minutes, and ends with the calls of %s."
                    .formatted(BackTests.TIME_MAX.toMinutes(), time(found.reachedMicros())));
        }
        if (found.forgotten() > 0) {
            words.add("%,d of the actors longest silent were forgotten to stay within the memory allowed."
                    .formatted(found.forgotten()));
        }
        return words;
    }

    private static ObjectNode outcome(Raised raised) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("signals", raised.signalCount())
                .put("alerts", raised.alertCount())
                .put("actors", raised.actors())
                .put("alerts_in_all", raised.alertsInAll());
    }

    private static ArrayNode examples(Comparison found) {
        Set<String> before = calls(found.present());
        Set<String> after = calls(found.proposed());
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        add(out, "gained", found.proposed(), before, false);
        add(out, "lost", found.present(), after, false);
        add(out, "kept", found.proposed(), before, true);
        return out;
    }

    private static Set<String> calls(Raised raised) {
        return raised.signalsKept().stream()
                .map(finding -> finding.signal().callId())
                .collect(Collectors.toSet());
    }

    private static void add(ArrayNode out, String change, Raised raised, Set<String> others, boolean inOthers) {
        raised.signalsKept().reversed().stream()
                .filter(finding -> others.contains(finding.signal().callId()) == inOthers)
                .limit(EXAMPLES_MAX)
                .forEach(finding -> out.add(example(change, finding)));
    }

    private static ObjectNode example(String change, Finding finding) {
        Signal signal = finding.signal();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("change", change).put("time", time(signal.micros())).put("first_seen", time(signal.first()));
        out.putObject("actor")
                .put("id", signal.actor().id())
                .put("name", signal.actor().name())
                .put("kind", signal.actor().kind().label());
        out.put("reason", signal.happened()).put("usual", signal.usual());
        ScenarioJson.putTexts(out, "calls", signal.calls());
        return out.put("alerted", finding.alerted());
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
