// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people decided about an alert.
record Verdict(String status, @Nullable String note) {

    static final String OPEN = "open";
    static final String INVESTIGATING = "investigating";
    static final List<String> STATUSES = List.of(OPEN, INVESTIGATING, "confirmed", "dismissed");
    static final int NOTE_CHARS_MAX = 10_000;

    /// Nobody looked yet.
    static final Verdict NONE = new Verdict(OPEN, null);

    /// Whether somebody still has to do something.
    boolean isPending() {
        return status.equals(OPEN) || status.equals(INVESTIGATING);
    }
}
