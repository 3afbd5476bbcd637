// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What is told of the files that are followed: messages for people, and counts of what is wrong.
final class Said {

    static final String BEGUN_ANEW = "followed files truncated or replaced";
    static final String LOST = "followed files whose rest was not found again";

    /// Messages that are remembered so as not to be repeated.
    private static final int ONCE_MAX = 10_000;

    private final Consumer<String> out;
    private final Set<String> before = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();

    Said(Consumer<String> out) {
        this.out = out;
    }

    void say(String message) {
        out.accept(message);
    }

    /// The same message is said once only.
    void once(String message) {
        if (before.size() >= ONCE_MAX) {
            before.clear();
        }
        if (before.add(message)) {
            out.accept(message);
        }
    }

    synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /// How many there are now, rather than how often it happened.
    synchronized void set(String what, long count) {
        if (count == 0) {
            counts.remove(what);
        } else {
            counts.put(what, count);
        }
    }

    synchronized Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
