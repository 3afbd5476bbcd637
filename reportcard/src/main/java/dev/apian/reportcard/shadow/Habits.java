// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.stage.call.Call;
import dev.apian.stage.identity.Actor;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// What the recording shows of one actor.
final class Habits {

    /// The later days of which a call is kept, to take the actor's credential of that day from.
    static final int DAYS_MAX = 14;

    private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);

    final Actor actor;
    final String group;
    final Set<Long> endpoints = new HashSet<>();
    /// By day: the first answered call of it that showed who calls.
    final NavigableMap<Long, Call> samples = new TreeMap<>();

    Habits(Actor actor, String group) {
        this.actor = actor;
        this.group = group;
    }

    void see(Call call, long endpoint) {
        endpoints.add(endpoint);
        if (!call.presented().isEmpty() && call.succeeded()) {
            samples.putIfAbsent(Math.floorDiv(call.micros(), DAY_MICROS), call);
            if (samples.size() > 2 * DAYS_MAX) {
                samples.pollFirstEntry();
            }
        }
    }

    /// Those of the second half of the recorded time.
    NavigableMap<Long, Call> samplesAfter(long micros) {
        NavigableMap<Long, Call> later = new TreeMap<>(samples.tailMap(Math.floorDiv(micros, DAY_MICROS), false));
        while (later.size() > DAYS_MAX) {
            later.pollFirstEntry();
        }
        return later;
    }
}
