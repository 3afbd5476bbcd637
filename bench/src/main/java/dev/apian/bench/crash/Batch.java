// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Calls of one push.
///
/// @param keyed whether it is sent under a key, and so again while no answer came
/// @param last  time of its last call
record Batch(int number, String body, List<String> ids, boolean keyed, Instant last) {

    /// A push goes without a key as often, and is sent once.
    private static final int UNKEYED_ONE_IN = 8;

    private static final int CALLS_MAX = 400;
    private static final Duration TIME_MAX = Duration.ofMinutes(20);

    Batch {
        ids = List.copyOf(ids);
    }

    /// A world with attacks, in the order of its time.
    static List<Batch> of(WorldSettings world, Random random) {
        List<Batch> batches = new ArrayList<>();
        Simulation simulation = new Simulation(world);
        StringBuilder body = new StringBuilder();
        List<String> ids = new ArrayList<>();
        Instant began = Instant.MIN;
        Instant last = Instant.MIN;
        int size = CALLS_MAX;
        while (simulation.hasNext()) {
            SimulatedCall call = simulation.next();
            if (!ids.isEmpty() && (ids.size() >= size || call.at().isAfter(began.plus(TIME_MAX)))) {
                batches.add(batch(batches.size(), body, ids, random, last));
                ids.clear();
                body.setLength(0);
                size = 1 + random.nextInt(CALLS_MAX);
            }
            began = ids.isEmpty() ? call.at() : began;
            last = call.at();
            call.appendTo(body);
            ids.add(call.id());
        }
        if (!ids.isEmpty()) {
            batches.add(batch(batches.size(), body, ids, random, last));
        }
        return batches;
    }

    String key() {
        return "push-" + number;
    }

    byte[] bytes() {
        return body.getBytes(ISO_8859_1);
    }

    private static Batch batch(int number, StringBuilder body, List<String> ids, Random random, Instant last) {
        return new Batch(number, body.toString(), ids, random.nextInt(UNKEYED_ONE_IN) != 0, last);
    }
}
