// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people decide, in `catalogue.db` of the data directory: SQLite, one writer, every change durable.
///
/// The schema grows by [#MIGRATIONS], each applied once and in order; `user_version` says how many were.
final class Catalogue implements AutoCloseable {

    private static final List<String> MIGRATIONS = List.of("""
            CREATE TABLE verdict (
                alert   TEXT PRIMARY KEY,
                status  TEXT NOT NULL CHECK (status IN ('open', 'investigating', 'confirmed', 'dismissed')),
                note    TEXT,
                changed TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
            ) STRICT
            """);

    private final Connection connection;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    private Catalogue(Connection connection) {
        this.connection = connection;
    }

    static Catalogue open(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("catalogue.db");
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try {
                Catalogue catalogue = new Catalogue(connection);
                catalogue.prepare(file);
                catalogue.load();
                return catalogue;
            } catch (SQLException | IOException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException("%s: cannot open the catalogue: %s".formatted(file, e.getMessage()), e);
        }
    }

    synchronized Verdict verdictOn(String alert) {
        return verdicts.getOrDefault(alert, Verdict.NONE);
    }

    synchronized void decide(String alert, Verdict verdict) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO verdict (alert, status, note) VALUES (?, ?, ?)
                ON CONFLICT (alert) DO UPDATE SET status = excluded.status, note = excluded.note,
                    changed = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
                """)) {
            statement.setString(1, alert);
            statement.setString(2, verdict.status());
            statement.setString(3, verdict.note());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("the catalogue cannot be written: " + e.getMessage(), e);
        }
        verdicts.put(alert, verdict);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the catalogue cannot be closed: " + e.getMessage(), e);
        }
    }

    private void prepare(Path file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA busy_timeout = 5000");
            int version = version(statement);
            if (version > MIGRATIONS.size()) {
                throw new IOException("%s has version %d, this apian knows %d; use the release that wrote it"
                        .formatted(file, version, MIGRATIONS.size()));
            }
            connection.setAutoCommit(false);
            for (int next = version; next < MIGRATIONS.size(); next++) {
                statement.execute(MIGRATIONS.get(next));
                statement.execute("PRAGMA user_version = " + (next + 1));
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    private void load() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT alert, status, note FROM verdict")) {
            while (rows.next()) {
                verdicts.put(rows.getString(1), new Verdict(rows.getString(2), rows.getString(3)));
            }
        }
    }
}
