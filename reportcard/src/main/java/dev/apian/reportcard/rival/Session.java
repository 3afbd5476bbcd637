// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import java.util.HashSet;
import java.util.Set;

/// The calls of one actor without a long pause, as numbers of equal standing.
final class Session {

    static final int FEATURES = 10;

    private static final int DISTINCT_MAX = 10_000;

    private final String actor;
    private final long first;
    private final Set<String> endpoints = new HashSet<>();
    private final Set<String> entities = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private long last;
    private int calls;
    private int refused;
    private double bytes;

    Session(TrueCall call) {
        actor = call.actor();
        first = call.micros();
        last = first;
    }

    void add(TrueCall call) {
        last = Math.max(last, call.micros());
        calls++;
        bytes += call.responseBytes();
        if (call.status() >= 400 && call.status() < 500) {
            refused++;
        }
        remember(endpoints, call.endpoint());
        remember(addresses, call.address());
        call.entities().forEach(entity -> remember(entities, entity));
    }

    String actor() {
        return actor;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    int calls() {
        return calls;
    }

    /// Counts and sizes as logarithms, the hour of the day as a point on a circle.
    double[] features() {
        var angle = 2 * Math.PI * Math.floorMod(first, Clock.DAY) / Clock.DAY;
        var gapSeconds = calls < 2 ? 0 : (last - first) / (double) (calls - 1) / Clock.SECOND;
        return new double[] {
            Math.log1p(calls),
            Math.log1p(endpoints.size()),
            Math.log1p(entities.size()),
            refused / (double) calls,
            Math.log1p(bytes),
            Math.log1p(gapSeconds),
            Math.log1p(addresses.size()),
            (last - first) / (double) Clock.HOUR,
            Math.sin(angle),
            Math.cos(angle)
        };
    }

    private static void remember(Set<String> set, String value) {
        if (set.size() < DISTINCT_MAX) {
            set.add(value);
        }
    }
}
