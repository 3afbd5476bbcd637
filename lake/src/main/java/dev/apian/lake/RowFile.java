// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Writes rows of a small table as one Parquet file.
///
/// Rows may be maps with the contract's column names or records whose components are called the same in camel
/// case; times are `Instant`s or RFC 3339 texts, unknown keys are ignored. They travel as JSON and are stored
/// as Parquet, so that types are checked here, once, rather than by every query.
final class RowFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /// One row as JSON: an actor with very many facets is the largest.
    private static final int ROW_BYTES_MAX = 64 << 20;

    private static final String MEMORY_MAX = "512MB";

    private RowFile() {}

    /// Creates the file under its hidden name; it is on stable storage when this returns.
    ///
    /// @return the number of rows
    static long write(Table table, Iterable<?> rows, Path folder, String name) throws IOException {
        Path parquet = FileList.hidden(folder, name);
        Path json = parquet.resolveSibling(parquet.getFileName() + ".ndjson.tmp");
        Files.createDirectories(Objects.requireNonNull(parquet.getParent()));
        boolean done = false;
        try {
            long count = writeJson(rows, json);
            toParquet(table, json, parquet);
            Manifest.sync(parquet);
            done = true;
            return count;
        } finally {
            Files.deleteIfExists(json);
            if (!done) {
                Files.deleteIfExists(parquet);
            }
        }
    }

    /// Makes a table of a database from JSON objects.
    static void load(Table table, List<String> objects, Connection connection, String name)
            throws IOException, SQLException {
        Path json = Files.createTempFile("apian-" + table.label(), ".ndjson");
        try (Statement statement = connection.createStatement()) {
            Files.write(json, objects);
            statement.execute("CREATE TABLE %s AS %s".formatted(name, reading(table, json)));
        } finally {
            Files.deleteIfExists(json);
        }
    }

    private static String reading(Table table, Path json) {
        return "SELECT * FROM read_json(%s, format = 'newline_delimited', columns = %s, maximum_object_size = %d)"
                .formatted(DuckDb.text(json.toString()), table.jsonColumns(), ROW_BYTES_MAX);
    }

    private static long writeJson(Iterable<?> rows, Path json) throws IOException {
        long count = 0;
        try (BufferedWriter out = Files.newBufferedWriter(json)) {
            for (Object row : rows) {
                out.write(JSON.writeValueAsString(row));
                out.write('\n');
                count++;
            }
        }
        return count;
    }

    private static void toParquet(Table table, Path json, Path parquet) throws IOException {
        Path spill = json.resolveSibling(json.getFileName() + ".spill");
        try (Connection connection = DuckDb.open(spill, MEMORY_MAX, DuckDb.Results.WHOLE);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(reading(table, json), DuckDb.text(parquet.toString())));
        } catch (SQLException e) {
            throw new IOException(
                    "%s: a row does not fit the table's columns: %s".formatted(table.label(), e.getMessage()), e);
        }
    }
}
