// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that somebody said about an alert.
///
/// @param what one of `status`, `note`, `assignee`, `snooze`
/// @param said the status, the note, the name, until when; null where something was taken away
public record AlertEvent(
        Instant at, String who, String what, @Nullable String said) {}
