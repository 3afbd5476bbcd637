// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.simulator.SimulatedCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is true of every call of a world, by the number of the call.
final class Ledger {

    private static final int HEX = 16;

    /// Only what was answered shows that there is an endpoint; scanners ask for many that are not there.
    private static final int ANSWERED_BELOW = 400;

    private static final int PREFIX = "ev-".length();

    private final Names consumers = new Names();
    private final Names templates = new Names();
    private final Numbers consumerOf = new Numbers();
    private final Numbers templateOf = new Numbers();
    private final Map<String, List<String>> waitingEntities = new HashMap<>();
    private int calls;

    /// Writes a call down.
    void enter(SimulatedCall call) {
        int place = Math.toIntExact(call.number());
        consumerOf.set(place, consumers.numberOf(call.consumer().id()));
        if (call.status() < ANSWERED_BELOW) {
            templateOf.set(place, templates.numberOf(call.method() + " " + call.template()));
        }
        calls = place + 1;
    }

    /// The place of a call by the id on its record.
    static int place(String callId) {
        return Integer.parseInt(callId, PREFIX, callId.length(), HEX);
    }

    int calls() {
        return calls;
    }

    Names consumers() {
        return consumers;
    }

    Names templates() {
        return templates;
    }

    Numbers consumerOf() {
        return consumerOf;
    }

    Numbers templateOf() {
        return templateOf;
    }

    /// Who made most of these calls.
    String consumerOf(List<String> callIds) {
        Map<Integer, Integer> counts = new HashMap<>();
        int most = Numbers.NONE;
        for (String id : callIds) {
            int consumer = consumerOf.get(place(id));
            int count = counts.merge(consumer, 1, Integer::sum);
            if (most == Numbers.NONE || count > counts.getOrDefault(most, 0)) {
                most = consumer;
            }
        }
        return most == Numbers.NONE ? "" : consumers.name(most);
    }

    /// Keeps the entities that a call's path names until Apian has said which it sees.
    void expect(SimulatedCall call) {
        waitingEntities.put(call.id(), call.entities());
    }

    /// The entities of [#expect], once.
    List<String> expected(String callId) {
        List<String> entities = waitingEntities.remove(callId);
        return entities == null ? List.of() : entities;
    }
}
