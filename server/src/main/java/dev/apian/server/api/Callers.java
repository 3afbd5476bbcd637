// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.util.function.UnaryOperator;

/// Who made certain calls, and how many: the fifty with the most.
final class Callers {

    private static final String COUNTING = """
            SELECT c.actor, any_value(c.actor_kind) AS kind, count(*) AS calls, min(time) AS first_seen,
                   max(time) AS last_seen
            FROM calls c
            """;

    private Callers() {}

    /// @param filter adds the conditions on the calls `c`
    static Sql of(UnaryOperator<Sql> filter) {
        Sql counting = filter.apply(Sql.of(COUNTING))
                .where("c.actor IS NOT NULL")
                .add("GROUP BY c.actor ORDER BY calls DESC, c.actor LIMIT 50");
        return named(counting);
    }

    /// The same over a table of summaries that has a row for each actor.
    static Sql summed(String table, UnaryOperator<Sql> filter) {
        String selected = "SELECT c.actor, NULL AS kind, c.calls, c.first_seen, c.last_seen FROM %s c".formatted(table);
        return named(filter.apply(Sql.of(selected))
                .where("c.actor IS NOT NULL")
                .add("ORDER BY c.calls DESC, c.actor LIMIT 50"));
    }

    private static Sql named(Sql counting) {
        return Sql.of("SELECT " + Actors.REFERENCE.formatted("n.actor", "n.kind") + " AS actor,")
                .add("n.calls, n.first_seen, n.last_seen FROM (")
                .add(counting)
                .add(") n LEFT JOIN stored_actors s ON s.actor = n.actor ORDER BY n.calls DESC, n.actor");
    }
}
