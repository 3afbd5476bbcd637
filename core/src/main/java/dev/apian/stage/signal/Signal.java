// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.identity.Actor;
import dev.apian.stream.Timed;
import java.util.List;

/// A detector's claim that something is wrong, with the facts behind it. Triage decides whether it becomes an
/// alert.
///
/// @param micros   event time of the call that completed the evidence, the earliest moment to know
/// @param first    event time of the first call of the evidence
/// @param callId   that call
/// @param strength how sure the detector is by itself, in 0..1: about the share of such signals that are misuse
/// @param happened a sentence: what happened, with numbers
/// @param usual    a sentence: what is usual instead, with numbers
/// @param calls    ids of the telling calls, the first ones and `callId`, at most [#CALLS_MAX]
public record Signal(
        Card card,
        long micros,
        long first,
        String callId,
        Actor actor,
        double strength,
        String happened,
        String usual,
        List<Evidence> evidence,
        Involved involved,
        List<String> calls)
        implements Timed {

    public static final int CALLS_MAX = 20;

    public Signal {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("signal of " + card.id() + " has no evidence for an analyst to check");
        }
        if (strength <= 0 || strength >= 1) {
            throw new IllegalArgumentException(
                    "signal of " + card.id() + " has strength=" + strength + ", it must be within 0..1");
        }
        evidence = List.copyOf(evidence);
        calls = List.copyOf(calls);
    }

    /// The same signal, told to have begun earlier.
    public Signal startingAt(long earlier) {
        return new Signal(
                card,
                micros,
                Math.min(first, earlier),
                callId,
                actor,
                strength,
                happened,
                usual,
                evidence,
                involved,
                calls);
    }

    /// Orders signals of one call by detection.
    @Override
    public String id() {
        return callId + " " + card.id();
    }
}
