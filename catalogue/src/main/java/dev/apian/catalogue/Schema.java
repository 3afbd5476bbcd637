// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables of a catalogue, grown by an ordered list of steps, each applied once.
///
/// Not Flyway: a handful of statements that two databases understand need no framework, whose PostgreSQL module
/// would be most of this module's size; and files of the first release, made before there were two databases,
/// are taken over by the first step.
final class Schema {

    private static final List<String> STEPS = List.of(
            """
            CREATE TABLE IF NOT EXISTS verdict (
                alert   TEXT PRIMARY KEY,
                status  TEXT NOT NULL CHECK (status IN ('open', 'investigating', 'confirmed', 'dismissed')),
                note    TEXT,
                changed TEXT NOT NULL
            )
            """,
            """
            ALTER TABLE verdict ADD COLUMN sequence ${wide} NOT NULL DEFAULT 0
            """,
            """
            CREATE TABLE alert (
                id       TEXT PRIMARY KEY,
                raised   ${wide} NOT NULL,
                version  ${wide} NOT NULL,
                json     TEXT NOT NULL,
                sequence ${wide} NOT NULL
            )
            """,
            """
            CREATE INDEX alert_by_sequence ON alert (sequence)
            """,
            """
            CREATE TABLE clock (name TEXT PRIMARY KEY, value ${wide} NOT NULL)
            """,
            """
            INSERT INTO clock VALUES ('change', 1)
            """,
            """
            CREATE TABLE account (
                name      TEXT PRIMARY KEY,
                role      TEXT NOT NULL,
                password  TEXT,
                subject   TEXT,
                active    INTEGER NOT NULL,
                created   TEXT NOT NULL,
                last_seen TEXT,
                sequence  ${wide} NOT NULL
            )
            """,
            """
            CREATE TABLE session (
                hash     TEXT PRIMARY KEY,
                account  TEXT NOT NULL,
                created  TEXT NOT NULL,
                used     TEXT NOT NULL,
                address  TEXT NOT NULL,
                agent    TEXT NOT NULL,
                sequence ${wide} NOT NULL
            )
            """,
            """
            CREATE INDEX session_by_account ON session (account)
            """,
            """
            CREATE TABLE token (
                id        TEXT PRIMARY KEY,
                name      TEXT NOT NULL,
                role      TEXT NOT NULL,
                hash      TEXT NOT NULL UNIQUE,
                author    TEXT NOT NULL,
                created   TEXT NOT NULL,
                expires   TEXT,
                last_used TEXT,
                sequence  ${wide} NOT NULL
            )
            """,
            """
            CREATE TABLE audit (
                number  ${wide} PRIMARY KEY,
                at      TEXT NOT NULL,
                who     TEXT NOT NULL,
                address TEXT NOT NULL,
                action  TEXT NOT NULL,
                target  TEXT NOT NULL,
                outcome TEXT NOT NULL,
                detail  TEXT NOT NULL
            )
            """,
            """
            CREATE INDEX audit_by_time ON audit (at)
            """,
            """
            CREATE TABLE saved_query (
                id          TEXT PRIMARY KEY,
                name        TEXT NOT NULL,
                sql         TEXT NOT NULL,
                description TEXT NOT NULL,
                author      TEXT NOT NULL,
                changed     TEXT NOT NULL,
                sequence    ${wide} NOT NULL
            )
            """,
            """
            CREATE TABLE tuning (
                sequence    ${wide} PRIMARY KEY,
                detection   TEXT NOT NULL,
                is_on       INTEGER NOT NULL,
                limits      TEXT NOT NULL,
                from_micros ${wide} NOT NULL,
                at          TEXT NOT NULL,
                by_whom     TEXT NOT NULL,
                reason      TEXT NOT NULL,
                back_test   TEXT NOT NULL
            )
            """,
            """
            ALTER TABLE verdict ADD COLUMN decided_by TEXT
            """,
            """
            ALTER TABLE verdict ADD COLUMN assignee TEXT
            """,
            """
            ALTER TABLE verdict ADD COLUMN snoozed_until TEXT
            """,
            """
            CREATE TABLE alert_event (
                sequence ${wide} NOT NULL,
                alert    TEXT NOT NULL,
                what     TEXT NOT NULL,
                at       TEXT NOT NULL,
                who      TEXT NOT NULL,
                said     TEXT,
                PRIMARY KEY (sequence, alert, what)
            )
            """,
            """
            CREATE INDEX alert_event_by_alert ON alert_event (alert)
            """,
            """
            CREATE TABLE suppression (
                id           TEXT PRIMARY KEY,
                scenarios    TEXT NOT NULL,
                actors       TEXT NOT NULL,
                endpoints    TEXT NOT NULL,
                entity_types TEXT NOT NULL,
                networks     TEXT NOT NULL,
                reason       TEXT NOT NULL,
                author       TEXT NOT NULL,
                made         TEXT NOT NULL,
                until        TEXT NOT NULL,
                ended        TEXT,
                ended_by     TEXT,
                taken_back   INTEGER NOT NULL DEFAULT 0,
                sequence     ${wide} NOT NULL
            )
            """,
            """
            CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL, sequence ${wide} NOT NULL)
            """,
            """
            CREATE TABLE webhook (
                id             TEXT PRIMARY KEY,
                name           TEXT NOT NULL,
                url            TEXT NOT NULL,
                format         TEXT NOT NULL,
                least_severity TEXT NOT NULL,
                which          TEXT NOT NULL,
                is_on          INTEGER NOT NULL,
                off_because    TEXT,
                secret         TEXT NOT NULL,
                author         TEXT NOT NULL,
                created        TEXT NOT NULL,
                sequence       ${wide} NOT NULL
            )
            """,
            """
            CREATE TABLE told (
                webhook TEXT NOT NULL,
                alert   TEXT NOT NULL,
                raised  ${wide} NOT NULL,
                PRIMARY KEY (webhook, alert)
            )
            """,
            """
            CREATE TABLE delivery (
                number   ${wide} PRIMARY KEY,
                webhook  TEXT NOT NULL,
                kind     TEXT NOT NULL,
                alert    TEXT,
                title    TEXT NOT NULL,
                body     TEXT NOT NULL,
                made     ${wide} NOT NULL,
                status   TEXT NOT NULL,
                tries    INTEGER NOT NULL,
                tried    ${wide},
                answered INTEGER,
                said     TEXT,
                next_try ${wide}
            )
            """,
            """
            CREATE INDEX delivery_by_webhook ON delivery (webhook, number)
            """);

    private Schema() {}

    /// Applies what is missing, in one transaction that the caller has begun and commits.
    static void prepare(Connection connection, Dialect dialect) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.lockForMigrations);
            statement.execute("CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)");
            int version = version(statement);
            requireKnown(version);
            for (int next = version; next < STEPS.size(); next++) {
                statement.execute(STEPS.get(next).replace("${wide}", dialect.wide));
                statement.execute("INSERT INTO migration VALUES (" + (next + 1) + ")");
            }
        }
    }

    /// Checks that nothing is missing, and changes nothing.
    static void require(Connection connection) throws SQLException, IOException {
        if (!isMade(connection)) {
            throw new IOException("there is no catalogue in this database; check the address, or start the cluster's"
                    + " job or a server with it once");
        }
        try (Statement statement = connection.createStatement()) {
            int version = version(statement);
            requireKnown(version);
            if (version < STEPS.size()) {
                throw new IOException("the catalogue has version %d, this apian reads %d; start the cluster's job or a"
                                .formatted(version, STEPS.size())
                        + " server of this release with it once");
            }
        }
    }

    private static boolean isMade(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "migration", new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    private static void requireKnown(int version) throws IOException {
        if (version > STEPS.size()) {
            throw new IOException("the catalogue has version %d, this apian knows %d; use the release that wrote it"
                    .formatted(version, STEPS.size()));
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT coalesce(max(version), 0) FROM migration")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
