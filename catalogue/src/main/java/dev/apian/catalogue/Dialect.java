// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// The databases that can hold a catalogue, and where they differ.
enum Dialect {
    /// One file, one process that writes at a time. A transaction is the writer's from its first statement.
    SQLITE(
            "jdbc:sqlite:",
            "INTEGER",
            "SELECT 1",
            Map.of(
                    "journal_mode",
                    "WAL",
                    "synchronous",
                    "FULL",
                    "busy_timeout",
                    "5000",
                    "transaction_mode",
                    "IMMEDIATE")) {
        @Override
        Driver driver() {
            return new org.sqlite.JDBC();
        }
    },

    /// Many writers. The number of the lock is arbitrary, and the same for every apian.
    POSTGRESQL(
            "jdbc:postgresql:",
            "BIGINT",
            "SELECT pg_advisory_xact_lock(4702111234234475)",
            Map.of("ApplicationName", "apian", "connectTimeout", "10", "socketTimeout", "60", "tcpKeepAlive", "true")) {
        @Override
        Driver driver() {
            return new org.postgresql.Driver();
        }
    };

    private final String prefix;

    /// The type of 64 bits.
    final String wide;

    /// Lets one process at a time through, until its transaction ends.
    final String lockForMigrations;

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<String, String> properties;

    Dialect(String prefix, String wide, String lockForMigrations, Map<String, String> properties) {
        this.prefix = prefix;
        this.wide = wide;
        this.lockForMigrations = lockForMigrations;
        this.properties = properties;
    }

    static Dialect of(String url) throws IOException {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new IOException("%s is no catalogue, expected jdbc:postgresql://HOST/DATABASE or jdbc:sqlite:FILE"
                .formatted(Catalogue.shown(url)));
    }

    abstract Driver driver();

    /// Not through `DriverManager`, which does not find drivers in the class loader of a cluster's job.
    Connection connect(String url) throws SQLException {
        Properties given = new Properties();
        given.putAll(properties);
        Connection connection = driver().connect(url, given);
        if (connection == null) {
            throw new SQLException("not understood by the driver; check its form");
        }
        return connection;
    }
}
