// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

/// Who called something, and how often.
final class Callers {

    private Callers() {}

    /// @param counting gives `actor`, `kind`, `calls`, `first_seen` and `last_seen`
    static Sql named(Sql counting) {
        return Sql.of("SELECT " + Actors.REFERENCE.formatted("n.actor", "n.kind") + " AS actor,")
                .add("n.calls, n.first_seen, n.last_seen FROM (")
                .add(counting.text(), counting.values().toArray())
                .add(") n LEFT JOIN stored_actors s ON s.actor = n.actor ORDER BY n.calls DESC, n.actor");
    }
}
