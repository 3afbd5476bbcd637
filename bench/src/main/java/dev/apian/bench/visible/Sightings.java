// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.visible;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/// When the last call of each offender was acknowledged, and when an alert about it was seen first. For many threads.
final class Sightings {

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    void acknowledged(String offender) {
        acknowledged.put(offender, System.nanoTime());
    }

    void seen(String offender) {
        seen.putIfAbsent(offender, System.nanoTime());
    }

    int seen() {
        return seen.size();
    }

    /// Seconds from the one to the other, ascending.
    double[] seconds() {
        DoubleStream.Builder seconds = DoubleStream.builder();
        seen.forEach((offender, at) -> {
            Long since = acknowledged.get(offender);
            if (since != null) {
                seconds.add((at - since) / 1e9);
            }
        });
        return seconds.build().sorted().toArray();
    }

    /// The least value that a share of all do not exceed.
    static double quantile(double[] ascending, double share) {
        int rank = (int) Math.ceil(share * ascending.length);
        return ascending.length == 0 ? Double.NaN : ascending[Math.clamp(rank - 1, 0, ascending.length - 1)];
    }
}
