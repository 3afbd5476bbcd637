// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.stage.profile.Scale;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Who is like an actor: others with its roles, else others of its kind, else all others.
///
/// @param actor who is none of them
/// @param by    `roles`, `kind` or `all`
/// @param group the roles or the kind in words, `everybody` for all
record Peers(Archive archive, String actor, String by, String group) {

    /// With fewer others a group says nothing about what its members do.
    private static final int ACTORS_MIN = 5;

    static Peers of(Archive archive, String actor, String roles, String kind) throws IOException {
        Peers byRoles = new Peers(archive, actor, "roles", roles);
        if (!roles.isEmpty() && byRoles.isLargeEnough()) {
            return byRoles;
        }
        Peers byKind = new Peers(archive, actor, "kind", kind);
        return byKind.isLargeEnough() ? byKind : new Peers(archive, actor, "all", "everybody");
    }

    private boolean isLargeEnough() throws IOException {
        Counted counted = archive.counted();
        if (counted.isSummary()) {
            return counted.row(Sql.of("SELECT coalesce(sum(actors), 0) AS n FROM peer_groups")
                                    .where("\"by\" = ?", by)
                                    .where("\"group\" = ?", group))
                            .path("n")
                            .asLong()
                    > ACTORS_MIN; // itself among them
        }
        return archive.row(members("SELECT count(*) AS n FROM stored_actors"))
                        .path("n")
                        .asLong()
                >= ACTORS_MIN;
    }

    private Sql members(String selected) {
        return Sql.of(selected).where("%s = ?".formatted(by), group).where("actor <> ?", actor);
    }

    /// By the start of a window in microseconds: how many of them called, and the median and 95th percentile of their
    /// calls. Who did not call in a window does not count there.
    Map<Long, ObjectNode> windows(@Nullable EndpointId endpoint, Scale scale, long from, long until)
            throws IOException {
        Counted counted = archive.counted();
        if (counted.isSummary() && endpoint == null && scale == Scale.HOUR) {
            return byStart(scale, counted.rows(hours(from, until)));
        }
        Sql counts = Sql.of("SELECT epoch_us(c.time) // ? AS place, c.actor, count(*) AS n", scale.micros())
                .add("FROM calls c")
                .where("c.time >= ?", instant(from))
                .where("c.time < ?", instant(until))
                .where("c.actor <> ?", actor)
                .where("c.late IS NOT TRUE");
        if (endpoint != null) {
            endpoint.filter(counts, "c");
        }
        if (!by.equals("all")) {
            counts.add("AND c.actor IN (")
                    .add(members("SELECT actor FROM stored_actors"))
                    .add(")");
        }
        Sql sql = Sql.of("SELECT place, count(*) AS actors, median(n) AS median,")
                .add("quantile_cont(n, 0.95) AS upper FROM (")
                .add(counts)
                .add("GROUP BY 1, 2) GROUP BY place");
        return byStart(scale, archive.rows(sql));
    }

    /// From the summaries, in which the actor itself is one of them.
    private Sql hours(long from, long until) {
        return Sql.of("SELECT epoch_us(hour) // ? AS place, actors, median, upper FROM peer_hours", Scale.HOUR.micros())
                .where("\"by\" = ?", by)
                .where("\"group\" = ?", group)
                .where("hour >= ?", instant(from))
                .where("hour < ?", instant(until));
    }

    private static Map<Long, ObjectNode> byStart(Scale scale, List<ObjectNode> rows) {
        Map<Long, ObjectNode> windows = new HashMap<>();
        for (ObjectNode row : rows) {
            windows.put(row.path("place").asLong() * scale.micros(), row);
        }
        return windows;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
