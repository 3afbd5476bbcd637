// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.stage.signal.detector.PermissionViolation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Endpoints first called a short while ago: releases, of which nothing is usual yet. Finding them takes a look at all
/// calls, so it is done beside the answers, once in a while for all who look; an answer tells as of when it is.
final class NewEndpoints {

    /// While an endpoint is so young, first uses of it are taken for a roll-out.
    static final Duration YOUNG = PermissionViolation.Limits.DEFAULT.ageMin();

    private static final Duration SHOWN = Duration.ofDays(7);
    private static final Duration SETTLING = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int SHOWN_MAX = 100;

    private static final String SQL = "SELECT " + EndpointId.sql("e") + """
             AS id, e.endpoint, e.host, e.first_seen FROM (
                SELECT endpoint, host, min(time) AS first_seen, min(min(time)) OVER () AS first_call
                FROM calls WHERE endpoint IS NOT NULL GROUP BY endpoint, host) e
            WHERE e.first_seen >= ?::TIMESTAMPTZ AND e.first_seen >= e.first_call + to_seconds(?)
            ORDER BY e.first_seen DESC, e.endpoint LIMIT ?
            """;

    private final Archive archive;
    private final InstantSource clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Found found = new Found(null, List.of());

    NewEndpoints(Archive archive, InstantSource clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /// @param asOf null before the first look
    record Found(@Nullable Instant asOf, List<ObjectNode> items) {}

    /// What was found last; looks again beside this if that is old.
    Found latest(@Nullable Instant reached) {
        Found known = found;
        Instant now = clock.instant();
        boolean old = known.asOf() == null || known.asOf().plus(KEPT).isBefore(now);
        if (reached != null && old && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("apian-new-endpoints").start(() -> look(reached, now));
        }
        return known;
    }

    private void look(Instant reached, Instant now) {
        try {
            found = new Found(now, archive.rows(Sql.of(SQL, reached.minus(SHOWN), SETTLING.toSeconds(), SHOWN_MAX)));
        } catch (IOException | RuntimeException e) {
            // The next who looks tries again; until then what was found last is shown, with its time.
        } finally {
            looking.set(false);
        }
    }

    static ObjectNode json(ObjectNode row, Instant reached) {
        Duration left = YOUNG.minus(
                Duration.between(Instant.parse(row.path("first_seen").asString()), reached));
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.setAll(row);
        return out.put("days_left", left.isNegative() ? 0 : Learning.days(left));
    }
}
