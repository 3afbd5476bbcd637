// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What nobody wants to see for a while. Kept in memory too, since every list of alerts asks for all of them; those
/// that are over are kept, since what they hid stays hidden.
public final class Suppressions {

    /// In force or over. Of more, nobody knows what they hide.
    public static final int SUPPRESSIONS_MAX = 2_000;

    private static final String SEPARATOR = "\n";
    private static final String COLUMNS = """
            id, scenarios, actors, endpoints, entity_types, networks, reason, author, made, until, ended, ended_by,
            taken_back, sequence""";

    private final Database database;
    private final Map<String, Suppression> known = new HashMap<>();
    private long seen = -1;

    /// Grows with every change.
    private long version;

    Suppressions(Database database) {
        this.database = database;
    }

    /// All of them, the latest first.
    public synchronized List<Suppression> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Suppression::made).reversed().thenComparing(Suppression::id))
                .toList();
    }

    public synchronized Optional<Suppression> byId(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /// So that who has made something of all of them can tell whether to do it again.
    public synchronized long version() {
        return version;
    }

    /// Adds one, or keeps a changed one.
    public synchronized void put(Suppression one) throws IOException {
        Scope scope = one.scope();
        database.changeRows(
                """
                INSERT INTO suppression (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, ended_by = excluded.ended_by,
                    taken_back = excluded.taken_back, sequence = excluded.sequence
                """.formatted(COLUMNS),
                one.id(),
                joined(scope.scenarios()),
                joined(scope.actors()),
                joined(scope.endpoints()),
                joined(scope.entityTypes()),
                joined(scope.networks()),
                one.reason(),
                one.by(),
                one.made().toString(),
                one.until().toString(),
                Database.text(one.ended()),
                one.endedBy(),
                one.takenBack() ? 1 : 0);
        known.put(one.id(), one);
        version++;
    }

    /// Learns what others have written.
    synchronized void refresh() throws IOException {
        database.rows(
                "SELECT " + COLUMNS + " FROM suppression WHERE sequence > ?",
                row -> {
                    seen = Math.max(seen, row.getLong(14));
                    version++;
                    return known.put(row.getString(1), read(row));
                },
                seen);
    }

    private static Suppression read(ResultSet row) throws SQLException {
        Scope scope = new Scope(
                split(row.getString(2)),
                split(row.getString(3)),
                split(row.getString(4)),
                split(row.getString(5)),
                split(row.getString(6)));
        return new Suppression(
                row.getString(1),
                scope,
                row.getString(7),
                row.getString(8),
                Instant.parse(row.getString(9)),
                Instant.parse(row.getString(10)),
                Database.instant(row.getString(11)),
                row.getString(12),
                row.getInt(13) == 1);
    }

    private static String joined(List<String> names) {
        return String.join(SEPARATOR, names);
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR));
    }
}
