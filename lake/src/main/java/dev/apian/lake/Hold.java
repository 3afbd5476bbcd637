// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Calls that must not be deleted, for the time being: those of an actor, those of some days, or an actor's of
/// some days.
///
/// @param id      counts from 1; never given twice
/// @param actor   whose calls; null for everybody's
/// @param from    the first day, UTC; null from the beginning
/// @param to      the last day; null to the end
/// @param because why, for whoever releases it
/// @param since   when it was said
public record Hold(
        long id,
        @Nullable String actor,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String because,
        Instant since) {

    public Hold {
        if (actor == null && from == null && to == null) {
            throw new IllegalArgumentException("a hold needs an actor, or days; give --actor ID, --from or --to DAY");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("from=%s is after to=%s; exchange them".formatted(from, to));
        }
        if (because.isBlank()) {
            throw new IllegalArgumentException("a hold needs a reason; give --because TEXT");
        }
    }

    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
