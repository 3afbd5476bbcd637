// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where new alerts are told.
public final class Webhooks {

    private static final String COLUMNS =
            "id, name, url, format, least_severity, which, is_on, off_because, secret, author, created";

    private final Database database;

    Webhooks(Database database) {
        this.database = database;
    }

    /// By name.
    public List<Webhook> all() throws IOException {
        return database.rows("SELECT " + COLUMNS + " FROM webhook ORDER BY lower(name), id", Webhooks::read);
    }

    public Optional<Webhook> byId(String id) throws IOException {
        return database.rows("SELECT " + COLUMNS + " FROM webhook WHERE id = ?", Webhooks::read, id).stream()
                .findFirst();
    }

    /// Adds one, or keeps a changed one; who made it when, and its secret, stay.
    public void put(Webhook one) throws IOException {
        database.changeRows(
                """
                INSERT INTO webhook (%s, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url, format = excluded.format,
                    least_severity = excluded.least_severity, which = excluded.which, is_on = excluded.is_on,
                    off_because = excluded.off_because, sequence = excluded.sequence
                """.formatted(COLUMNS),
                one.id(),
                one.name(),
                one.url(),
                one.format(),
                one.least(),
                one.which(),
                one.on() ? 1 : 0,
                one.offBecause(),
                one.secret(),
                one.author(),
                one.created().toString());
    }

    /// Turns one off that is on.
    public void turnOff(String id, String because) throws IOException {
        database.change(connection -> {
            String sql = "UPDATE webhook SET is_on = 0, off_because = ?, sequence = ? WHERE id = ? AND is_on = 1";
            Database.run(connection, sql, because, Database.tick(connection), id);
        });
    }

    /// Removes one, with what was and what is to be told to it.
    ///
    /// @return whether there was one
    public boolean remove(String id) throws IOException {
        int[] removed = {0};
        database.change(connection -> {
            Database.tick(connection);
            Database.run(connection, "DELETE FROM told WHERE webhook = ?", id);
            Database.run(connection, "DELETE FROM delivery WHERE webhook = ?", id);
            removed[0] = Database.run(connection, "DELETE FROM webhook WHERE id = ?", id);
        });
        return removed[0] > 0;
    }

    private static Webhook read(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7) == 1,
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Instant.parse(row.getString(11)));
    }
}
