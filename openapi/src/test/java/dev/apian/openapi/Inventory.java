// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.Body;
import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Facts.Bodies;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Listed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A line of the inventory in the making: 120 calls, all served, with a credential.
record Inventory(Endpoint endpoint, Facts facts, List<Decision> decisions) {

    static final String HOST = "api.shop.example";
    static final long CALLS = 120;

    static Inventory seen(String method, String template) {
        return new Inventory(
                new Endpoint(1, method, HOST, template, Sensitivity.LOW, Set.of()),
                new Facts(
                        CALLS,
                        CALLS,
                        0,
                        0,
                        0,
                        Map.of(200, CALLS),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Bodies.NONE,
                        Bodies.NONE,
                        0),
                List.of());
    }

    Inventory on(String host) {
        Endpoint e = endpoint;
        return with(new Endpoint(e.id(), e.method(), host, e.template(), e.sensitivity(), e.labels()));
    }

    Inventory is(Label label) {
        Endpoint e = endpoint;
        return with(new Endpoint(e.id(), e.method(), e.host(), e.template(), e.sensitivity(), Set.of(label)));
    }

    Inventory served(long served, long anonymous) {
        return with(new Facts(
                facts.calls(),
                served,
                anonymous,
                0,
                0,
                facts.statuses(),
                facts.parameters(),
                Map.of(),
                Map.of(),
                facts.request(),
                facts.response(),
                0));
    }

    Inventory statuses(Map<Integer, Long> statuses) {
        return with(new Facts(
                facts.calls(),
                facts.served(),
                facts.anonymous(),
                0,
                0,
                statuses,
                facts.parameters(),
                Map.of(),
                Map.of(),
                facts.request(),
                facts.response(),
                0));
    }

    Inventory parameters(Map<String, Long> parameters) {
        return with(new Facts(
                facts.calls(),
                facts.served(),
                facts.anonymous(),
                0,
                0,
                facts.statuses(),
                parameters,
                Map.of(),
                Map.of(),
                facts.request(),
                facts.response(),
                0));
    }

    /// Keys as the inventory has them: `id integer 120, orders[] array 40`.
    Inventory request(String keys) {
        return bodies(bodies(keys), facts.response(), 0);
    }

    Inventory response(String keys) {
        return bodies(facts.request(), bodies(keys), 0);
    }

    Inventory unlisted(long names) {
        return bodies(facts.request(), facts.response(), names);
    }

    Inventory because(Decision... decisions) {
        return new Inventory(endpoint, facts, List.of(decisions));
    }

    Listed listed() {
        return new Listed(endpoint, facts, decisions, List.of());
    }

    private Inventory bodies(Bodies request, Bodies response, long unlisted) {
        return with(new Facts(
                facts.calls(),
                facts.served(),
                facts.anonymous(),
                0,
                0,
                facts.statuses(),
                facts.parameters(),
                Map.of(),
                Map.of(),
                request,
                response,
                unlisted));
    }

    private Inventory with(Endpoint other) {
        return new Inventory(other, facts, decisions);
    }

    private Inventory with(Facts other) {
        return new Inventory(endpoint, other, decisions);
    }

    private static Bodies bodies(String keys) {
        Map<Body.Key, Long> counts = new HashMap<>();
        for (String key : keys.split(", ")) {
            String[] words = key.split(" ");
            counts.put(
                    new Body.Key(words[0], Body.Type.valueOf(words[1].toUpperCase(Locale.ROOT))),
                    Long.valueOf(words[2]));
        }
        return new Bodies(CALLS, counts);
    }
}
