// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people decided about an alert.
public record Verdict(String status, @Nullable String note) {

    public static final String OPEN = "open";
    public static final String INVESTIGATING = "investigating";
    public static final List<String> STATUSES = List.of(OPEN, INVESTIGATING, "confirmed", "dismissed");
    public static final int NOTE_CHARS_MAX = 10_000;

    /// Nobody looked yet.
    public static final Verdict NONE = new Verdict(OPEN, null);

    /// Whether somebody still has to do something.
    public boolean isPending() {
        return status.equals(OPEN) || status.equals(INVESTIGATING);
    }
}
