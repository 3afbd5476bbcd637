// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;
import java.util.Map;

/// That somebody set a detection.
///
/// @param detection  its id
/// @param on         whether it is at work from then on
/// @param limits     values other than the defaults, by name
/// @param fromMicros event time from which on it holds; `Long.MIN_VALUE` from the beginning
/// @param backTest   what a back-test of these settings had found, in a sentence; empty if there was none
public record TuningChange(
        String detection,
        boolean on,
        Map<String, String> limits,
        long fromMicros,
        Instant at,
        String by,
        String reason,
        String backTest) {

    public static final int REASON_CHARS_MAX = 2_000;

    public TuningChange {
        limits = Map.copyOf(limits);
    }
}
