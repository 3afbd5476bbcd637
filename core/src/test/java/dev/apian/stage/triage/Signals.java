// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import dev.apian.sketch.Hash;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Signal;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Signals for tests, told apart by detection, endpoint, strength and time.
final class Signals {

    static final Actor ALICE = new Actor(Hash.of("alice"), "alice", Actor.Kind.USER);

    private Signals() {}

    /// One card a family, its id the family's name.
    static List<Card> cards() {
        return Arrays.stream(Family.values()).map(Signals::card).toList();
    }

    static Card card(Family family) {
        String id = family.name();
        return new Card(
                id,
                "Does " + id,
                "Is it?",
                id + " matters.",
                family,
                Card.Severity.HIGH,
                List.of("check " + id, "ask the owner"),
                List.of("a test"),
                List.of("all else"));
    }

    static Signal signal(Family family, double strength, Duration after) {
        return signal(family, "GET /orders", strength, after);
    }

    static Signal signal(Family family, String endpoint, double strength, Duration after) {
        long micros = SomeCall.START + after.toMillis() * 1_000;
        String call = "c-" + after + family + endpoint;
        Involved involved =
                new Involved(List.of("alice"), List.of(), List.of("192.0.2.7"), List.of(endpoint), List.of());
        return new Signal(
                card(family),
                micros,
                micros - 1_000,
                call,
                ALICE,
                strength,
                family + " happened.",
                "It seldom does.",
                List.of(new Evidence("calls", 97, 3.1, "calls", Duration.ofHours(1))),
                involved,
                List.of(call));
    }
}
