// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

import java.util.List;

/// One file of the corpus with its labels.
///
/// @param name    folder and file
/// @param micros  when each value was measured, UTC, ascending
/// @param windows where something odd is to be found, ascending and apart
record Series(String name, List<Long> micros, List<Double> values, List<Window> windows) {

    /// Share of a file that a detector may learn from before it is judged, and the records that this share is of at
    /// most.
    private static final double PROBATION_SHARE = 0.15;

    private static final int PROBATION_OF_MAX = 5_000;

    Series {
        micros = List.copyOf(micros);
        values = List.copyOf(values);
        windows = List.copyOf(windows);
        if (micros.size() != values.size()) {
            throw new IllegalArgumentException(
                    "%s: %d times for %d values".formatted(name, micros.size(), values.size()));
        }
    }

    int size() {
        return values.size();
    }

    String folder() {
        return name.substring(0, name.indexOf('/'));
    }

    /// Records that are not judged.
    int probation() {
        return (int) Math.ceil(Math.min(Math.floor(PROBATION_SHARE * size()), PROBATION_SHARE * PROBATION_OF_MAX));
    }

    /// A labelled stretch.
    ///
    /// @param from index of its first record
    /// @param to   index of its last record
    record Window(int from, int to) {

        Window {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("window from " + from + " to " + to);
            }
        }

        int width() {
            return to - from + 1;
        }
    }
}
