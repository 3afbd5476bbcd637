// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/// The database of the catalogue.
///
/// @param port where the server listens
public record Database(int port) {

    private static final String NAME = "apian";

    public String url() {
        return url(NAME);
    }

    public boolean isReady() throws IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"))) {
            return connection.isValid(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Makes the database if it is missing.
    public void create() throws IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL says: " + e.getMessage(), e);
        }
    }

    /// The rows of a query, each as one JSON object.
    public void rows(String sql, Consumer<String> to) throws IOException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select row_to_json(t)::text from (" + sql + ") t")) {
            while (rows.next()) {
                to.accept(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL says: " + e.getMessage(), e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + Postgres.USER;
    }
}
