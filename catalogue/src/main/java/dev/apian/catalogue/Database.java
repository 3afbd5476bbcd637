// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The database below a catalogue: one connection, opened again when it was lost, and transactions. For several
/// threads, one at a time.
///
/// A change takes the next number of the table `clock`, whose only row stays locked until the change is
/// committed. So numbers become visible in their order, and who asks for what came after a number misses
/// nothing, whoever writes at the same time.
final class Database implements AutoCloseable {

    private static final int VALID_SECONDS_MAX = 5;
    private static final Pattern SECRET = Pattern.compile("(?i)((?:password|passwd|pwd|sslpassword)=)[^&]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^?]*@");

    private final String url;
    private final Dialect dialect;
    private @Nullable Connection open;

    Database(String url) throws IOException {
        this.url = url;
        this.dialect = Dialect.of(url);
    }

    /// An address without the password in it, for messages.
    static String shown(String jdbcUrl) {
        return USER_INFO.matcher(SECRET.matcher(jdbcUrl).replaceAll("$1***")).replaceAll("//***@");
    }

    Dialect dialect() {
        return dialect;
    }

    /// Statements that are done all or not at all.
    interface Change {
        void on(Connection connection) throws SQLException, IOException;
    }

    /// What is made of a row.
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    synchronized void change(Change change) throws IOException {
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            try {
                change.on(connection);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure("cannot be written", e);
        }
    }

    /// One statement as a change of its own.
    ///
    /// @param values of its `?`; the last `?` of it is the change's number, and has no value here
    /// @return how many rows it changed
    int changeRows(String sql, @Nullable Object... values) throws IOException {
        int[] changed = {0};
        change(connection -> changed[0] = run(connection, sql, withNumber(values, tick(connection))));
        return changed[0];
    }

    synchronized <T> List<T> rows(String sql, Reading<T> reading, @Nullable Object... values) throws IOException {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reading.of(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw failure("cannot be read", e);
        }
    }

    /// The next change's number; whoever else wants one waits until this transaction has ended.
    static long tick(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE clock SET value = value + 1 WHERE name = 'change'");
            try (ResultSet row = statement.executeQuery("SELECT value FROM clock WHERE name = 'change'")) {
                if (!row.next()) {
                    throw new SQLException("the table clock is empty; restore the catalogue from a backup");
                }
                return row.getLong(1);
            }
        }
    }

    static int run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    @Override
    public synchronized void close() throws IOException {
        Connection connection = open;
        open = null;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw failure("cannot be closed", e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static @Nullable Object[] withNumber(@Nullable Object[] values, long number) {
        @Nullable Object[] all = new @Nullable Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = number;
        return all;
    }

    private Connection connection() throws SQLException {
        Connection connection = open;
        if (connection != null && connection.isValid(VALID_SECONDS_MAX)) {
            return connection;
        }
        if (connection != null) {
            connection.close();
        }
        connection = dialect.connect(url);
        open = connection;
        return connection;
    }

    /// Drivers quote the address they were given, with what is secret in it: so the cause is not handed on.
    private IOException failure(String what, SQLException e) {
        String reason = shown(String.valueOf(e.getMessage()).replace(url, shown(url)));
        return new IOException("the catalogue %s %s: %s".formatted(shown(url), what, reason));
    }
}
