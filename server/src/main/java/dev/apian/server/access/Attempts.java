// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts failed tries to sign in by name and by address, and says when to stop for a while. Kept in memory: who can
/// restart the server needs no password.
final class Attempts {

    static final int OF_NAME_MAX = 8;
    static final int OF_ADDRESS_MAX = 40;
    static final Duration WITHIN = Duration.ofMinutes(15);

    /// Names and addresses that are remembered; beyond it the longest silent is forgotten.
    static final int KEYS_MAX = 20_000;

    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true);

    /// How long to wait before the next try; zero if it may be tried now.
    synchronized Duration wait(String name, String address, Instant now) {
        Duration ofName = wait("name " + name, OF_NAME_MAX, now);
        Duration ofAddress = wait("address " + address, OF_ADDRESS_MAX, now);
        return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    }

    synchronized void failed(String name, String address, Instant now) {
        add("name " + name, now);
        add("address " + address, now);
    }

    /// The address keeps its count: it may be guessing at others.
    synchronized void succeeded(String name) {
        failures.remove("name " + name);
    }

    private Duration wait(String key, int most, Instant now) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return Duration.ZERO;
        }
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(WITHIN))) {
            times.removeFirst();
        }
        return times.size() < most
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(WITHIN));
    }

    private void add(String key, Instant now) {
        Deque<Instant> times = failures.computeIfAbsent(key, _ -> new ArrayDeque<>());
        times.addLast(now);
        if (times.size() > OF_ADDRESS_MAX) {
            times.removeFirst();
        }
        if (failures.size() > KEYS_MAX) {
            Iterator<String> oldest = failures.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
