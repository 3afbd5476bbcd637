// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/// The rows of a query, read one after the other; close it when done.
///
/// Values are plain Java: texts, numbers, booleans, `Instant`, `LocalDate`, `LocalDateTime`, `List` for
/// lists, `Map` in the order of the fields for structs; whatever else DuckDB knows comes as its text.
public final class QueryResult implements AutoCloseable {

    /// @param type DuckDB's name of it, such as `VARCHAR` or `STRUCT("type" VARCHAR, id VARCHAR)[]`
    public record Column(String name, String type) {}

    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final QueryDeadline deadline;
    private final long rowsMax;
    private final List<Column> columns;
    private final Function<SQLException, QueryException> diagnosis;
    private final List<String> tables;
    private final boolean ahead;
    private boolean first = true;
    private long read;
    private boolean cut;

    /// The first row is fetched here: what fails before it may be tried again, since nobody has seen anything.
    ///
    /// @param diagnosis what a failure after it means
    /// @param tables    that the statement names
    QueryResult(
            Connection connection,
            PreparedStatement statement,
            ResultSet rows,
            QueryDeadline deadline,
            long rowsMax,
            Function<SQLException, QueryException> diagnosis,
            List<String> tables)
            throws SQLException {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.deadline = deadline;
        this.rowsMax = rowsMax;
        this.columns = columns(rows.getMetaData());
        this.diagnosis = diagnosis;
        this.tables = List.copyOf(tables);
        this.ahead = rows.next();
    }

    public List<Column> columns() {
        return columns;
    }

    /// The tables that the statement names, as it spells them.
    public List<String> tables() {
        return tables;
    }

    /// Moves to the next row; false after the last, and where the limit on rows cuts the rest off.
    public boolean next() throws QueryException {
        if (cut) {
            return false;
        }
        // DuckDB forgets a cancellation that comes between two rows
        if (deadline.isStopped()) {
            throw QueryException.stopped(null);
        }
        if (deadline.hasPassed()) {
            throw tooLate(null);
        }
        try {
            boolean more = first ? ahead : rows.next();
            first = false;
            cut = more && read == rowsMax;
            read += more && !cut ? 1 : 0;
            return more && !cut;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// A value of the current row, columns counted from 0.
    public @Nullable Object get(int column) throws QueryException {
        try {
            return plain(rows.getObject(column + 1));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// The current row.
    public List<@Nullable Object> row() throws QueryException {
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        for (int column = 0; column < columns.size(); column++) {
            row.add(get(column));
        }
        return row;
    }

    /// True if there were more rows than the limit allows.
    public boolean isCut() {
        return cut;
    }

    /// What to tell the user when [#isCut].
    public String cutMessage() {
        return "only the first %d rows are shown; add a LIMIT, narrow the query or raise the limit on rows"
                .formatted(rowsMax);
    }

    @Override
    public void close() throws IOException {
        deadline.close();
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException e) {
            throw new IOException("cannot close the result: " + e.getMessage(), e);
        }
    }

    private QueryException failure(SQLException e) {
        if (deadline.isStopped()) {
            return QueryException.stopped(e);
        }
        return deadline.hasPassed() ? tooLate(e) : diagnosis.apply(e);
    }

    private static QueryException tooLate(@Nullable SQLException e) {
        return new QueryException(
                QueryException.Why.TIME,
                "the query took too long while its rows were read; narrow it or raise the timeout",
                e);
    }

    private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            columns.add(new Column(metaData.getColumnLabel(i), metaData.getColumnTypeName(i)));
        }
        return List.copyOf(columns);
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean bool -> bool;
            case OffsetDateTime time -> time.toInstant();
            case Timestamp time -> time.toLocalDateTime();
            case Array array -> list((Object[]) array.getArray());
            case DuckDBStruct struct -> map(struct.getMap());
            case Struct struct -> list(struct.getAttributes());
            case Map<?, ?> map -> map(map);
            case Blob blob -> HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
            case Temporal time -> time;
            default -> value.toString();
        };
    }

    private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (Object value : Arrays.asList(values)) {
            list.add(plain(value));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> fields) throws SQLException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            map.put(String.valueOf(field.getKey()), plain(field.getValue()));
        }
        return map;
    }
}
