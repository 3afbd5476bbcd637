// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who may sign in.
public final class Accounts {

    private static final String COLUMNS =
            "SELECT name, role, password, subject, active, created, last_seen FROM account";

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    /// By name.
    public List<Account> all() throws IOException {
        return database.rows(COLUMNS + " ORDER BY name", Accounts::account);
    }

    public Optional<Account> byName(String name) throws IOException {
        return database.rows(COLUMNS + " WHERE name = ?", Accounts::account, name).stream()
                .findFirst();
    }

    public Optional<Account> bySubject(String subject) throws IOException {
        return database.rows(COLUMNS + " WHERE subject = ?", Accounts::account, subject).stream()
                .findFirst();
    }

    /// Adds an account, or puts it in the place of the one with its name.
    public void put(Account account) throws IOException {
        database.changeRows(
                """
                INSERT INTO account (name, role, password, subject, active, created, last_seen, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET role = excluded.role, password = excluded.password,
                    subject = excluded.subject, active = excluded.active, last_seen = excluded.last_seen,
                    sequence = excluded.sequence
                """,
                account.name(),
                account.role(),
                account.password(),
                account.subject(),
                account.active() ? 1 : 0,
                account.created().toString(),
                Database.text(account.lastSeen()));
    }

    /// Removes an account with its sessions.
    public void remove(String name) throws IOException {
        database.change(connection -> {
            Database.run(connection, "DELETE FROM account WHERE name = ?", name);
            Database.run(connection, "DELETE FROM session WHERE account = ?", name);
        });
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5) == 1,
                Instant.parse(row.getString(6)),
                Database.instant(row.getString(7)));
    }
}
