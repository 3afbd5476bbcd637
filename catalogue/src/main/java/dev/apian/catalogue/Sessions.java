// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is signed in, and where.
public final class Sessions {

    private static final String COLUMNS = "SELECT hash, account, created, used, address, agent FROM session";

    private final Database database;

    Sessions(Database database) {
        this.database = database;
    }

    public Optional<StoredSession> byHash(String hash) throws IOException {
        return database.rows(COLUMNS + " WHERE hash = ?", Sessions::session, hash).stream()
                .findFirst();
    }

    /// The newest first.
    public List<StoredSession> of(String account) throws IOException {
        return database.rows(COLUMNS + " WHERE account = ? ORDER BY used DESC, hash", Sessions::session, account);
    }

    /// Begins a session, or says that one was used.
    public void put(StoredSession session) throws IOException {
        database.changeRows(
                """
                INSERT INTO session (hash, account, created, used, address, agent, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (hash) DO UPDATE SET used = excluded.used, sequence = excluded.sequence
                """,
                session.hash(),
                session.account(),
                session.created().toString(),
                session.used().toString(),
                session.address(),
                session.agent());
    }

    public void end(String hash) throws IOException {
        database.change(connection -> Database.run(connection, "DELETE FROM session WHERE hash = ?", hash));
    }

    /// Ends the sessions of an account, all but one.
    public void endOthers(String account, String kept) throws IOException {
        database.change(connection ->
                Database.run(connection, "DELETE FROM session WHERE account = ? AND hash <> ?", account, kept));
    }

    /// Forgets those begun or last used too long ago.
    public void forget(Instant begunBefore, Instant usedBefore) throws IOException {
        database.change(connection -> Database.run(
                connection,
                "DELETE FROM session WHERE created < ? OR used < ?",
                begunBefore.toString(),
                usedBefore.toString()));
    }

    private static StoredSession session(ResultSet row) throws SQLException {
        return new StoredSession(
                row.getString(1),
                row.getString(2),
                Instant.parse(row.getString(3)),
                Instant.parse(row.getString(4)),
                row.getString(5),
                row.getString(6));
    }
}
