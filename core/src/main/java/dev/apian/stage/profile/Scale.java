// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.time.Duration;

/// The lengths of time over which calls are counted.
public enum Scale {
    TEN_MINUTES(Duration.ofMinutes(10)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    MONTH(Duration.ofDays(28));

    private final Duration length;
    private final long micros;

    Scale(Duration length) {
        this.length = length;
        this.micros = length.toMillis() * 1_000;
    }

    public Duration length() {
        return length;
    }

    public long micros() {
        return micros;
    }

    /// Where a scale stands in lists that hold something for each.
    @SuppressWarnings("EnumOrdinal") // of lists in memory and between machines of one release, never stored
    int place() {
        return ordinal();
    }
}
