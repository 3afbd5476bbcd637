// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What programs may show instead of signing in.
public final class Tokens {

    private static final String COLUMNS = "SELECT id, name, role, hash, author, created, expires, last_used FROM token";

    private final Database database;

    Tokens(Database database) {
        this.database = database;
    }

    /// By name.
    public List<StoredToken> all() throws IOException {
        return database.rows(COLUMNS + " ORDER BY name, id", Tokens::token);
    }

    public Optional<StoredToken> byHash(String hash) throws IOException {
        return database.rows(COLUMNS + " WHERE hash = ?", Tokens::token, hash).stream()
                .findFirst();
    }

    /// Adds a token, or says that it was used.
    public void put(StoredToken token) throws IOException {
        database.changeRows(
                """
                INSERT INTO token (id, name, role, hash, author, created, expires, last_used, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET last_used = excluded.last_used, sequence = excluded.sequence
                """,
                token.id(),
                token.name(),
                token.role(),
                token.hash(),
                token.author(),
                token.created().toString(),
                Database.text(token.expires()),
                Database.text(token.lastUsed()));
    }

    /// @return whether there was one
    public boolean remove(String id) throws IOException {
        int[] removed = {0};
        database.change(connection -> removed[0] = Database.run(connection, "DELETE FROM token WHERE id = ?", id));
        return removed[0] > 0;
    }

    private static StoredToken token(ResultSet row) throws SQLException {
        return new StoredToken(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instant.parse(row.getString(6)),
                Database.instant(row.getString(7)),
                Database.instant(row.getString(8)));
    }
}
