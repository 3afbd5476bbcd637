// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.row;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.Alert;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An alert as the JSON object that the contract promises, with its signals and cards besides.
public final class AlertJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AlertJson() {}

    public static String of(Alert alert) {
        return node(alert).toString();
    }

    /// The same, marked as what more signals of the same minute may still change.
    public static String preliminary(Alert alert) {
        return node(alert).put("preliminary", true).toString();
    }

    private static ObjectNode node(Alert alert) {
        ObjectNode out = JSON.createObjectNode();
        out.put("id", alert.id());
        out.put("raised_at", time(alert.raised()));
        out.put("first_seen", time(alert.first()));
        out.put("last_seen", time(alert.last()));
        out.put("severity", alert.severity().label());
        out.put("risk", alert.risk());
        out.put("title", alert.title());
        out.put("summary", alert.summary());
        out.set("actor", actor(alert.actor()));
        out.set("scenarios", texts(alert.cards().stream().map(Card::id).toList()));
        ObjectNode involved = out.putObject("involved");
        involved.set("users", texts(alert.involved().users()));
        involved.set("credentials", texts(alert.involved().credentials()));
        involved.set("addresses", texts(alert.involved().addresses()));
        involved.set("endpoints", texts(alert.involved().endpoints()));
        involved.set("entities", texts(alert.involved().entities()));
        ArrayNode evidence = out.putArray("evidence");
        alert.signals().forEach(signal -> signal.evidence().forEach(fact -> evidence.add(evidence(fact))));
        out.set("calls", texts(alert.calls()));
        out.set("what_to_check", texts(alert.whatToCheck()));
        out.put("repeated", alert.repeated());
        ArrayNode signals = out.putArray("signals");
        alert.signals().forEach(signal -> signals.add(signal(signal)));
        ArrayNode cards = out.putArray("cards");
        alert.cards().forEach(card -> cards.add(card(card)));
        return out;
    }

    private static ObjectNode card(Card card) {
        ObjectNode out = JSON.createObjectNode();
        out.put("id", card.id());
        out.put("title", card.title());
        out.put("question", card.question());
        out.put("matters", card.matters());
        out.put("severity", card.severity().name().toLowerCase(Locale.ROOT));
        out.set("next_steps", texts(card.nextSteps()));
        out.set("false_positives", texts(card.falsePositives()));
        out.set("blind_spots", texts(card.blindSpots()));
        return out;
    }

    private static ObjectNode signal(Signal signal) {
        ObjectNode out = JSON.createObjectNode();
        out.put("scenario", signal.card().id());
        out.put("at", time(signal.micros()));
        out.put("since", time(signal.first()));
        out.put("reason", signal.happened());
        out.put("usual", signal.usual());
        out.put("strength", signal.strength());
        ArrayNode evidence = out.putArray("evidence");
        signal.evidence().forEach(fact -> evidence.add(evidence(fact)));
        out.set("calls", texts(signal.calls()));
        return out;
    }

    private static ObjectNode evidence(Evidence fact) {
        ObjectNode out = JSON.createObjectNode();
        out.put("measure", fact.measure());
        out.put("observed", fact.observed());
        if (Double.isNaN(fact.expected())) {
            out.putNull("expected");
        } else {
            out.put("expected", fact.expected());
        }
        if (!Double.isNaN(fact.most())) {
            out.put("expected_high", fact.most());
        }
        out.put("unit", fact.unit());
        out.put("window", fact.window().toString());
        return out;
    }

    private static ObjectNode actor(Actor actor) {
        ObjectNode out = JSON.createObjectNode();
        out.put("id", actor.id());
        out.put("name", actor.name());
        out.put("kind", actor.kind().label());
        return out;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode out = JSON.createArrayNode();
        texts.forEach(out::add);
        return out;
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
