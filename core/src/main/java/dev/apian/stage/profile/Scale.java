// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.time.Duration;
import java.util.List;

/// The lengths of time over which calls are counted.
public enum Scale {
    TEN_MINUTES(Duration.ofMinutes(10)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    MONTH(Duration.ofDays(28));

    /// In the order of [#place]; [#values] would copy them at every call.
    static final List<Scale> ALL = List.of(values());

    static final int COUNT = ALL.size();

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
