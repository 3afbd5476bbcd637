// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.Instant;
import java.util.List;

/// One attack as it really was: a line of `truth.ndjson`.
///
/// @param id unique in the world, for example `id-walk-1`
/// @param tactics how it was done
/// @param culprit the actor as an analyst would see it: a user name, an API client, an address
/// @param names everything by which the actor may be called, the culprit included
/// @param consumers those who did it or whose credentials were misused, as [Consumer#id]
/// @param calls the `event.id` of every call of the attack, in the order of time; never empty
/// @param times of these calls, microseconds since 1970
/// @param story what happened, in a sentence
public record Attack(
        String id,
        AttackKind kind,
        Tactics tactics,
        String culprit,
        List<String> names,
        List<String> consumers,
        Instant firstSeen,
        Instant lastSeen,
        List<String> calls,
        List<Long> times,
        String story) {

    public Attack {
        names = List.copyOf(names);
        consumers = List.copyOf(consumers);
        calls = List.copyOf(calls);
        times = List.copyOf(times);
        if (calls.isEmpty() || !names.contains(culprit) || lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException("%s: %d calls, culprit %s of %s, from %s to %s"
                    .formatted(id, calls.size(), culprit, names, firstSeen, lastSeen));
        }
    }

    /// One line of JSON without a line feed.
    public String toJson() {
        Json out = Json.object()
                .field("id", id)
                .field("kind", kind.label())
                .field("tactics", tactics.label())
                .field("culprit", culprit)
                .array("names");
        names.forEach(out::element);
        out.endArray().array("consumers");
        consumers.forEach(out::element);
        out.endArray()
                .field("first_seen", firstSeen.toString())
                .field("last_seen", lastSeen.toString())
                .field("story", story)
                .array("calls");
        calls.forEach(out::element);
        return out.endArray().end();
    }
}
