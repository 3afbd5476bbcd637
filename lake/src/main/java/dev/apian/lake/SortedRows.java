// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/// The rows of a file of any earlier schema or other shape, read and sorted by DuckDB. Columns that it has not
/// are unknown.
final class SortedRows implements RowSource {

    /// Beyond it, sorting spills beside the file that is written.
    private static final String MEMORY_MAX = "512MB";

    private static final java.time.Instant EPOCH = java.time.Instant.EPOCH;

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final Path parquet;

    /// @param spill a folder of its own, made when needed
    SortedRows(Path parquet, Path spill) throws IOException {
        this.parquet = parquet;
        try {
            connection = DuckDb.open(spill, MEMORY_MAX, DuckDb.Results.STREAMED);
            statement = connection.createStatement();
            rows = statement.executeQuery("""
                    SELECT time, call_id, host, method, path, endpoint, endpoint_id, status, actor, actor_kind,
                           credential, client_ip, country, asn, user_agent, device, entities, request_bytes,
                           response_bytes, duration_ms, late
                    FROM (%s) ORDER BY actor NULLS LAST, time
                    """.formatted(Views.rows(Table.CALLS, List.of(parquet))));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public @Nullable CallRow next() throws IOException {
        try {
            return rows.next() ? row() : null;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private CallRow row() throws SQLException {
        return new CallRow(
                EPOCH.until(rows.getObject(1, OffsetDateTime.class), ChronoUnit.MICROS),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                (int) number(8, CallRow.STATUS_UNKNOWN),
                rows.getString(9),
                rows.getString(10),
                rows.getString(11),
                rows.getString(12),
                rows.getString(13),
                number(14, CallRow.ASN_UNKNOWN),
                rows.getString(15),
                rows.getString(16),
                entities(),
                number(18, CallRow.BYTES_UNKNOWN),
                number(19, CallRow.BYTES_UNKNOWN),
                duration(),
                rows.getBoolean(21));
    }

    private long number(int column, long unknown) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? unknown : value;
    }

    private double duration() throws SQLException {
        double value = rows.getDouble(20);
        return rows.wasNull() ? CallRow.DURATION_UNKNOWN : value;
    }

    private List<CallRow.Entity> entities() throws SQLException {
        Array array = rows.getArray(17);
        if (array == null) {
            return List.of();
        }
        List<CallRow.Entity> entities = new ArrayList<>();
        for (Object element : (Object[]) array.getArray()) {
            Map<String, Object> entity = ((DuckDBStruct) element).getMap();
            entities.add(new CallRow.Entity(
                    String.valueOf(entity.get("type")),
                    String.valueOf(entity.get("id")),
                    (String) entity.get("how"),
                    (String) entity.get("whose")));
        }
        return entities;
    }

    private IOException failure(SQLException e) {
        return new IOException("%s: cannot be read: %s".formatted(parquet, e.getMessage()), e);
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
