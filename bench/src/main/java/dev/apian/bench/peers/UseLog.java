// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profiled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every first use of a day in one world, to be learned again under other conditions.
final class UseLog {

    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;

    private final List<Use> uses = new ArrayList<>();
    private final Set<List<Long>> seen = new HashSet<>();
    private final Map<Long, Endpoint> endpoints = new HashMap<>();

    /// @param day of event time
    record Use(int day, long micros, long actor, String consumer, long group, long endpoint, boolean first) {}

    void take(Profiled call, Profile profile, String consumer) {
        Endpoint endpoint = call.identified().endpoint();
        long actor = call.identified().actor().key();
        int day = (int) Math.floorDiv(call.micros(), DAY);
        boolean counts = call.identified().call().succeeded()
                && !endpoint.labels().contains(Label.UNMATCHED);
        if (counts && seen.add(List.of(actor, endpoint.id(), (long) day))) {
            long group = Hash.of("group", profile.peers().group());
            endpoints.put(endpoint.id(), endpoint);
            uses.add(new Use(day, call.micros(), actor, consumer, group, endpoint.id(), profile.firstUse()));
        }
    }

    List<Use> uses() {
        return uses;
    }

    Endpoint endpoint(long id) {
        Endpoint endpoint = endpoints.get(id);
        if (endpoint == null) {
            throw new IllegalArgumentException("endpoint " + id + " was never used");
        }
        return endpoint;
    }
}
