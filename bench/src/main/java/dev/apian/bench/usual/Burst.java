// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.usual;

/// So many calls more than there were, by one consumer to one endpoint within one clock hour.
///
/// @param from first of them, event time in microseconds
record Burst(String consumer, String endpoint, int calls, long from) {

    static final long HOUR = 3_600_000_000L;

    /// A rule may speak when the hour is over.
    boolean isToldBy(String accused, long micros) {
        long over = Math.floorDiv(from, HOUR) * HOUR + 2 * HOUR;
        return accused.equals(consumer) && micros >= from && micros <= over;
    }
}
