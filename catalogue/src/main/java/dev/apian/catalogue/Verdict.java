// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people decided about an alert.
///
/// @param note         the latest; earlier ones are in the history
/// @param assignee     whose it is
/// @param snoozedUntil out of sight until then, by the clock on the wall
/// @param by           who decided the status
/// @param at           when the status was decided
public record Verdict(
        String status,
        @Nullable String note,
        @Nullable String assignee,
        @Nullable Instant snoozedUntil,
        @Nullable String by,
        @Nullable Instant at) {

    public static final String OPEN = "open";
    public static final String INVESTIGATING = "investigating";
    public static final List<String> STATUSES = List.of(OPEN, INVESTIGATING, "confirmed", "dismissed");
    public static final int NOTE_CHARS_MAX = 10_000;
    public static final int NAME_CHARS_MAX = 200;

    /// Nobody looked yet.
    public static final Verdict NONE = new Verdict(OPEN, null);

    public Verdict(String status, @Nullable String note) {
        this(status, note, null, null, null, null);
    }

    /// Whether somebody still has to do something.
    public boolean isPending() {
        return status.equals(OPEN) || status.equals(INVESTIGATING);
    }

    public boolean isSnoozed(Instant now) {
        return isPending() && snoozedUntil != null && now.isBefore(snoozedUntil);
    }

    public Verdict withStatus(String decided) {
        return new Verdict(decided, note, assignee, snoozedUntil, by, at);
    }

    public Verdict withNote(@Nullable String said) {
        return new Verdict(status, said, assignee, snoozedUntil, by, at);
    }

    public Verdict withAssignee(@Nullable String name) {
        return new Verdict(status, note, name, snoozedUntil, by, at);
    }

    public Verdict withSnoozedUntil(@Nullable Instant until) {
        return new Verdict(status, note, assignee, until, by, at);
    }

    Verdict decidedBy(String who, Instant when) {
        return new Verdict(status, note, assignee, snoozedUntil, who, when);
    }
}
