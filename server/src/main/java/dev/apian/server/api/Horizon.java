// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/// From when to when calls are stored. "New" and "dormant" count from there, not from today: recorded traffic is
/// as old as it is.
record Horizon(Instant first, Instant last) {

    static final Duration NEW_FOR = Duration.ofDays(7);
    static final Duration DORMANT_AFTER = Duration.ofDays(30);

    /// On the first day everything is seen for the first time, so nothing of it is new.
    private static final Duration SETTLING = Duration.ofDays(1);

    static Horizon of(Counted counted) throws IOException {
        ObjectNode row = counted.row(Sql.of(
                counted.isSummary()
                        ? "SELECT first_call AS first, last_call AS last FROM totals"
                        : "SELECT min(time) AS first, max(time) AS last FROM calls"));
        return row.path("last").isNull()
                ? new Horizon(Instant.EPOCH, Instant.EPOCH)
                : new Horizon(
                        Instant.parse(row.path("first").asString()),
                        Instant.parse(row.path("last").asString()));
    }

    /// No calls are stored.
    boolean isEmpty() {
        return last.equals(Instant.EPOCH);
    }

    Instant newSince() {
        Instant week = last.minus(NEW_FOR);
        Instant settled = first.plus(SETTLING);
        return week.isAfter(settled) ? week : settled;
    }

    Instant dormantBefore() {
        return last.minus(DORMANT_AFTER);
    }

    /// The end of the hour of the last call.
    Instant end() {
        return Hours.hourOf(last).plus(1, ChronoUnit.HOURS);
    }
}
