// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// The questions that people kept.
public final class SavedQueries {

    /// Of all people together.
    public static final int QUERIES_MAX = 1_000;

    private final Database database;

    SavedQueries(Database database) {
        this.database = database;
    }

    /// All of them, by name.
    public List<SavedQuery> all() throws IOException {
        return database.rows(
                "SELECT id, name, sql, description, author, changed FROM saved_query ORDER BY lower(name), id",
                row -> new SavedQuery(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Instant.parse(row.getString(6))));
    }

    /// Keeps a query, in the place of the one with its id if there is one.
    public void put(SavedQuery query) throws IOException {
        database.changeRows(
                """
                INSERT INTO saved_query (id, name, sql, description, author, changed, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, sql = excluded.sql,
                    description = excluded.description, author = excluded.author, changed = excluded.changed,
                    sequence = excluded.sequence
                """,
                query.id(),
                query.name(),
                query.sql(),
                query.description(),
                query.author(),
                query.changed().toString());
    }

    /// @return false if there is none with this id
    public boolean remove(String id) throws IOException {
        int[] removed = {0};
        database.change(
                connection -> removed[0] = Database.run(connection, "DELETE FROM saved_query WHERE id = ?", id));
        return removed[0] > 0;
    }
}
