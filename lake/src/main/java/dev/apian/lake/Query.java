// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import dev.apian.lake.DuckDb.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Read-only SQL over the tables of a data directory: `calls`, `actors`, `endpoints`, `entities`, `alerts`,
/// `signals`, and what calls do with entities: `accesses`, `matrix`, `explained`, `processes`.
///
/// Works while a server writes there: every query starts from the files that are listed at that moment, and
/// starts again if a compaction removed one of them, or without those that are damaged, which [#warnings] tells.
/// Two locks keep it reading and inside: [StatementGuard]
/// lets only one reading statement through, and [ConfinedDuckDb] could not open anything else if it did. Safe
/// for many threads.
public final class Query implements AutoCloseable {

    /// The tables there are, in the order of the contract.
    public static final List<String> TABLES = Views.NAMES;

    private static final int ATTEMPTS_MAX = 5;

    private final Path directory;
    private final QueryLimits limits;
    private final Path spill;
    private final @Nullable List<String> alerts;
    private final LeftOut leftOut;
    private volatile ConfinedDuckDb streamed;
    private @Nullable ConfinedDuckDb whole;

    private Query(Path directory, QueryLimits limits, Path spill, @Nullable List<String> alerts, LeftOut leftOut)
            throws SQLException, IOException {
        this.directory = directory;
        this.limits = limits;
        this.spill = spill;
        this.alerts = alerts;
        this.leftOut = leftOut;
        this.streamed = confined(Results.STREAMED);
    }

    private ConfinedDuckDb confined(Results results) throws SQLException, IOException {
        return ConfinedDuckDb.open(directory, limits, spill, alerts, leftOut, results);
    }

    /// Opens a data directory for reading. Tables that were never written are empty.
    public static Query open(Path dataDirectory, QueryLimits limits) throws IOException {
        return openWith(dataDirectory, limits, null, null);
    }

    /// Opens a data directory of which not even the folder for what does not fit in memory is touched.
    ///
    /// @param spill where that goes instead
    public static Query openUntouched(Path dataDirectory, Path spill, QueryLimits limits) throws IOException {
        return openWith(dataDirectory, limits, spill, null);
    }

    /// Opens a cluster's lake for reading, with the alerts that its catalogue has.
    ///
    /// @param alerts one JSON object each
    public static Query open(Path lake, QueryLimits limits, List<String> alerts) throws IOException {
        return openWith(lake, limits, null, List.copyOf(alerts));
    }

    private static Query openWith(
            Path dataDirectory, QueryLimits limits, @Nullable Path otherSpill, @Nullable List<String> alerts)
            throws IOException {
        if (!Files.isDirectory(dataDirectory)) {
            throw new IOException(
                    "%s: no such data directory or lake; run serve or analyze first, or correct --data or --lake"
                            .formatted(dataDirectory));
        }
        Path directory = dataDirectory.toRealPath();
        Path spill = otherSpill == null ? directory.resolve("tmp") : otherSpill;
        try {
            LeftOut leftOut = new LeftOut(CallLake.folder(directory), spill);
            return new Query(directory, limits, spill, alerts, leftOut);
        } catch (SQLException e) {
            throw new IOException("%s: cannot open for queries: %s".formatted(dataDirectory, e.getMessage()), e);
        }
    }

    /// Runs a statement from a user.
    public QueryResult run(String sql) throws QueryException, IOException {
        return prepared(sql, List.of());
    }

    /// Runs a statement with a value for each `?`: texts, numbers, booleans, instants, lists of texts, or null.
    public QueryResult prepared(String sql, List<? extends @Nullable Object> parameters)
            throws QueryException, IOException {
        return answer(sql, parameters, limits.rowsMax(), new QueryStop());
    }

    /// Runs a statement from a user, who may stop it.
    ///
    /// @param rowsMax of this result
    public QueryResult run(String sql, long rowsMax, QueryStop stop) throws QueryException, IOException {
        return answer(sql, List.of(), Math.min(rowsMax, limits.rowsMax()), stop);
    }

    private QueryResult answer(String sql, List<? extends @Nullable Object> parameters, long rowsMax, QueryStop stop)
            throws QueryException, IOException {
        ConfinedDuckDb duckDb = streamed;
        for (int attempt = 1; ; attempt++) {
            try {
                return start(duckDb, sql, parameters, rowsMax, stop);
            } catch (SQLException e) {
                if (isMessageLost(e) && duckDb == streamed) {
                    duckDb = whole();
                } else if (attempt >= ATTEMPTS_MAX || !(isMissingFile(e) || isOfDamage(e))) {
                    throw failure(sql, e);
                } else if (duckDb != whole) {
                    duckDb = streamed;
                }
            }
        }
    }

    /// What answers lack because files of calls are damaged, in words; empty if nothing.
    public List<String> warnings() {
        return leftOut.words();
    }

    /// Files of calls that answers lack because they are damaged.
    public int damagedFiles() {
        return leftOut.count();
    }

    /// Whether some of them were met by this and not set aside by anybody yet.
    public boolean isDamageNews() {
        return leftOut.isNewsToTheWriter();
    }

    /// Looks for damaged files after a failure. What DuckDB knows of a file that failed is not to be trusted, so
    /// it begins anew without it.
    private boolean isOfDamage(SQLException failure) throws IOException {
        if (!LeftOut.isSuspect(failure) || !leftOut.look()) {
            return false;
        }
        try {
            ConfinedDuckDb former = streamed;
            streamed = confined(Results.STREAMED);
            former.close();
            return true;
        } catch (SQLException e) {
            throw new IOException("cannot open the query engine again: " + e.getMessage(), e);
        }
    }

    /// What to tell of a failure in the middle of an answer.
    private QueryException midway(SQLException failure) {
        try {
            if (isOfDamage(failure)) {
                return new DamagedLakeException(
                        "a damaged file was met while rows were read, and is left out from now on; ask again", failure);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return new QueryException(String.valueOf(failure.getMessage()), failure);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (whole != null) {
                whole.close();
            }
            streamed.close();
        } catch (SQLException e) {
            throw new IOException("cannot close the query engine: " + e.getMessage(), e);
        }
    }

    /// A connection without [StatementGuard], for the test of the lock behind it.
    Connection unguarded() throws IOException, SQLException {
        return streamed.connect();
    }

    /// Where a query that failed early is asked once more, to learn why.
    private synchronized ConfinedDuckDb whole() throws QueryException {
        try {
            if (whole == null) {
                whole = confined(Results.WHOLE);
            }
            return whole;
        } catch (SQLException | IOException e) {
            throw new QueryException("the query failed, and finding out why did too: " + e.getMessage(), e);
        }
    }

    private QueryResult start(
            ConfinedDuckDb duckDb,
            String sql,
            List<? extends @Nullable Object> parameters,
            long rowsMax,
            QueryStop stop)
            throws QueryException, IOException, SQLException {
        return start(duckDb.connect(), sql, parameters, limits.withRowsMax(rowsMax), stop, this::midway);
    }

    /// Runs one reading statement on a connection, which the result closes.
    static QueryResult start(
            Connection connection,
            String sql,
            List<? extends @Nullable Object> parameters,
            QueryLimits limits,
            QueryStop stop,
            Function<SQLException, QueryException> diagnosis)
            throws QueryException, SQLException {
        try {
            List<String> tables = StatementGuard.check(connection, sql);
            PreparedStatement statement = connection.prepareStatement(sql);
            bind(statement, parameters);
            QueryDeadline deadline = QueryDeadline.start(statement, limits.timeout(), stop);
            try {
                ResultSet rows = statement.executeQuery();
                return new QueryResult(connection, statement, rows, deadline, limits.rowsMax(), diagnosis, tables);
            } catch (SQLException e) {
                deadline.close();
                if (stop.isPressed()) {
                    throw QueryException.stopped(e);
                }
                throw deadline.hasPassed() ? new SQLTimeoutException(e) : e;
            }
        } catch (QueryException | SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Collection<?> texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("VARCHAR", texts.toArray()));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static boolean isMissingFile(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No such file") || message.contains("No files found");
    }

    private static boolean isMessageLost(SQLException e) {
        return String.valueOf(e.getMessage()).contains("Invalid result set");
    }

    private QueryException failure(String sql, SQLException e) {
        String found = Objects.requireNonNullElse(e.getMessage(), "no message").strip();
        if (e instanceof SQLTimeoutException) {
            return new QueryException(
                    QueryException.Why.TIME,
                    "the query took longer than %d s; narrow it, for example to a range of time, or raise the timeout"
                            .formatted(limits.timeout().toSeconds()),
                    e);
        }
        if (found.contains("Out of Memory")) {
            return new QueryException(
                    QueryException.Why.MEMORY,
                    "the query needs more than memory=%d MB and spill=%d MB; narrow it or raise them"
                            .formatted(limits.memoryMb(), limits.spillMb()),
                    e);
        }
        return new QueryException(found + hint(sql, found), e, ErrorPlace.in(sql, found));
    }

    /// For an unknown column, the columns there are; for an unknown table, the tables.
    private String hint(String sql, String found) {
        String lower = found.toLowerCase(Locale.ROOT);
        if (lower.contains("table with name")) {
            return "\nThe tables are " + String.join(", ", Views.NAMES);
        }
        if (!lower.startsWith("binder error") || !lower.contains("column")) {
            return "";
        }
        try (Connection connection = streamed.connect()) {
            List<String> tables = StatementGuard.check(connection, sql);
            return columns(connection).entrySet().stream()
                    .filter(table -> tables.contains(table.getKey()))
                    .map(table -> "\nThe columns of %s are %s".formatted(table.getKey(), table.getValue()))
                    .collect(Collectors.joining());
        } catch (IOException | SQLException | QueryException e) {
            return "";
        }
    }

    private static Map<String, String> columns(Connection connection) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_name, column_name FROM duckdb_columns() ORDER BY table_name, column_index")) {
            while (rows.next()) {
                columns.merge(rows.getString(1), rows.getString(2), (all, next) -> all + ", " + next);
            }
        }
        columns.keySet().retainAll(Views.NAMES);
        return columns;
    }
}
