// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Alerts that a person does not want to see for a while, and why.
///
/// It hides alerts that are raised before its end, those from before it was made included, since they are why it was
/// made. Once it is over, what it hid stays hidden and what is raised from then on is shown: nobody wants back a
/// month of what they said they know. Only taking it back, as a mistake, brings everything back.
///
/// @param ended     before its time, by a person
/// @param takenBack as if it had never been
public record Suppression(
        String id,
        Scope scope,
        String reason,
        String by,
        Instant made,
        Instant until,
        @Nullable Instant ended,
        @Nullable String endedBy,
        boolean takenBack) {

    public static final int REASON_CHARS_MAX = 1_000;
    public static final Duration LASTS_MAX = Duration.ofDays(180);
    public static final Duration LASTS_USUALLY = Duration.ofDays(30);

    public Instant end() {
        return ended != null && ended.isBefore(until) ? ended : until;
    }

    public boolean isLive(Instant now) {
        return !takenBack && now.isBefore(end());
    }

    /// Whether it reaches what was raised then.
    public boolean reaches(Instant raised) {
        return !takenBack && raised.isBefore(end());
    }
}
