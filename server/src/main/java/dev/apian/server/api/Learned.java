// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.row.ListedJson;
import dev.apian.stage.call.Body;
import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Facts.Bodies;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What was learned of an endpoint, as the API tells it.
record Learned(Facts facts, List<Decision> decisions) {

    /// For endpoints whose calls are stored but that the learner does not know, `/{unmatched}` for example.
    private static final Learned NOTHING = new Learned(
            new Facts(0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Bodies.NONE, Bodies.NONE, 0), List.of());

    /// @param listed the column of that name, or null
    static Learned of(JsonNode listed) {
        if (!listed.isString()) {
            return NOTHING;
        }
        var line = ListedJson.read(listed.asString());
        return new Learned(line.facts(), line.decisions());
    }

    void addTo(ObjectNode endpoint) {
        endpoint.put("counted", facts.calls());
        endpoint.put("served", facts.served());
        endpoint.put("anonymous", facts.anonymous());
        endpoint.set("data", Exposure.counted(facts.requestData(), facts.responseData()));
        endpoint.set("parameters", parameters());
        endpoint.set("request", bodies(facts.request()));
        endpoint.set("response", bodies(facts.response()));
        endpoint.put("unlisted", facts.unlisted());
        ArrayNode parts = endpoint.putArray("decisions");
        decisions.stream().sorted(Comparator.comparingInt(Decision::part)).forEach(one -> parts.add(decision(one)));
    }

    private ArrayNode parameters() {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        facts.parameters().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(name -> out.addObject().put("name", name.getKey()).put("calls", name.getValue()));
        return out;
    }

    private static ObjectNode bodies(Bodies bodies) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("bodies", bodies.seen());
        ArrayNode keys = out.putArray("keys");
        bodies.keys().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Body.Key::path).thenComparing(Body.Key::type)))
                .forEach(key -> keys.addObject()
                        .put("path", key.getKey().path())
                        .put("type", word(key.getKey().type()))
                        .put("bodies", key.getValue()));
        return out;
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("part", decision.part()).put("text", decision.text());
        out.put("because", word(decision.because())).put("odds", decision.odds());
        ArrayNode evidence = out.putArray("evidence");
        decision.evidence().forEach(evidence::add);
        return out;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
