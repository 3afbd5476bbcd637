// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.util.Comparator;

/// Something that happened at a moment of event time. Time, then id, is the one order in which runners process.
public interface Timed {

    Comparator<Timed> ORDER = Timed::compare;

    /// Event time, microseconds since 1970-01-01T00:00:00Z.
    long micros();

    String id();

    private static int compare(Timed one, Timed other) {
        int byTime = Long.compare(one.micros(), other.micros());
        return byTime != 0 ? byTime : one.id().compareTo(other.id());
    }
}
