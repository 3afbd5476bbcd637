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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people decide about alerts, and on a cluster the alerts themselves: SQLite in a file of the data
/// directory, or PostgreSQL that several servers and a job share. Every change is durable. For several threads.
///
/// A change takes the next number of the table `clock`, whose only row stays locked until the change is
/// committed. So numbers become visible in their order, and who asks for what came after a number misses
/// nothing, whoever writes at the same time.
public final class Catalogue implements AutoCloseable {

    private static final int VALID_SECONDS_MAX = 5;
    private static final Pattern SECRET = Pattern.compile("(?i)((?:password|passwd|pwd|sslpassword)=)[^&]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^?]*@");

    private final String url;
    private final Dialect dialect;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private @Nullable Connection open;
    private long verdictsSeen = -1;

    private Catalogue(String url, Dialect dialect) {
        this.url = url;
        this.dialect = dialect;
    }

    /// Opens a catalogue and creates what is missing in it.
    ///
    /// @param jdbcUrl `jdbc:sqlite:FILE` or `jdbc:postgresql://HOST/DATABASE?user=...&password=...`
    public static Catalogue open(String jdbcUrl) throws IOException {
        return open(jdbcUrl, Schema::prepare);
    }

    /// Opens a catalogue that a job or a server has made, and changes nothing: for those who only ask, who may
    /// have named a database of somebody else, or may only read.
    public static Catalogue openToRead(String jdbcUrl) throws IOException {
        return open(jdbcUrl, (connection, dialect) -> Schema.require(connection));
    }

    private static Catalogue open(String jdbcUrl, Opening opening) throws IOException {
        Catalogue catalogue = new Catalogue(jdbcUrl, Dialect.of(jdbcUrl));
        try {
            catalogue.changing(connection -> opening.on(connection, catalogue.dialect));
            catalogue.refresh();
            return catalogue;
        } catch (IOException e) {
            catalogue.close();
            throw e;
        }
    }

    /// An address without the password in it, for messages.
    public static String shown(String jdbcUrl) {
        return USER_INFO.matcher(SECRET.matcher(jdbcUrl).replaceAll("$1***")).replaceAll("//***@");
    }

    public synchronized Verdict verdictOn(String alert) {
        return verdicts.getOrDefault(alert, Verdict.NONE);
    }

    public synchronized void decide(String alert, Verdict verdict) throws IOException {
        changing(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO verdict (alert, status, note, changed, sequence) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (alert) DO UPDATE SET status = excluded.status, note = excluded.note,
                        changed = excluded.changed, sequence = excluded.sequence
                    """)) {
                statement.setLong(5, tick(connection));
                statement.setString(1, alert);
                statement.setString(2, verdict.status());
                statement.setString(3, verdict.note());
                statement.setString(4, Instant.now().toString());
                statement.executeUpdate();
            }
        });
        verdicts.put(alert, verdict);
    }

    /// Learns the verdicts that others have written.
    public synchronized void refresh() throws IOException {
        reading("SELECT alert, status, note, sequence FROM verdict WHERE sequence > ?", verdictsSeen, row -> {
            verdicts.put(row.getString(1), new Verdict(row.getString(2), row.getString(3)));
            verdictsSeen = Math.max(verdictsSeen, row.getLong(4));
        });
    }

    /// Stores alerts, all of them or none. Repeating it changes nothing, and an older version never takes the
    /// place of a newer one.
    public synchronized void putAlerts(Collection<StoredAlert> alerts) throws IOException {
        if (alerts.isEmpty()) {
            return;
        }
        changing(connection -> {
            long sequence = tick(connection);
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO alert (id, raised, version, json, sequence) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET raised = excluded.raised, version = excluded.version,
                        json = excluded.json, sequence = excluded.sequence
                    WHERE alert.version < excluded.version
                    """)) {
                for (StoredAlert alert : alerts) {
                    statement.setString(1, alert.id());
                    statement.setLong(2, alert.raisedMicros());
                    statement.setLong(3, alert.version());
                    statement.setString(4, alert.json());
                    statement.setLong(5, sequence);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /// The alerts that changed since a number this gave before; since 0, all of them.
    public synchronized Changes alertsSince(long sequence) throws IOException {
        List<StoredAlert> alerts = new ArrayList<>();
        long[] latest = {sequence};
        reading("SELECT id, raised, version, json, sequence FROM alert WHERE sequence > ?", sequence, row -> {
            alerts.add(new StoredAlert(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)));
            latest[0] = Math.max(latest[0], row.getLong(5));
        });
        alerts.sort(Comparator.comparingLong(StoredAlert::raisedMicros).thenComparing(StoredAlert::id));
        return new Changes(latest[0], alerts);
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

    private static long tick(Connection connection) throws SQLException {
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

    private synchronized void changing(Change change) throws IOException {
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

    private void reading(String sql, long since, Visitor visitor) throws IOException {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            statement.setLong(1, since);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        } catch (SQLException e) {
            throw failure("cannot be read", e);
        }
    }

    /// The connection, opened again if the database was away meanwhile.
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

    private interface Change {
        void on(Connection connection) throws SQLException, IOException;
    }

    private interface Opening {
        void on(Connection connection, Dialect dialect) throws SQLException, IOException;
    }

    private interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }
}
