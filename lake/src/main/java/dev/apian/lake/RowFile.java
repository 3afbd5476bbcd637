// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Rows of a small table as one Parquet file.
///
/// They travel as JSON, so that types are checked here, once, rather than by every query. Rows may be maps with
/// the contract's column names or records whose components are called the same in camel case; unknown keys are
/// ignored.
final class RowFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /// One row as JSON: an actor with very many facets is the largest.
    private static final int ROW_BYTES_MAX = 64 << 20;

    private static final String MEMORY_MAX = "512MB";

    private RowFile() {}

    /// Writes the file, on stable storage when this returns.
    ///
    /// @return the number of rows
    static long write(Table table, Iterable<?> rows, Path parquet) throws IOException {
        Path json = parquet.resolveSibling("." + parquet.getFileName() + ".ndjson");
        try {
            long count = writeJson(rows, json);
            toParquet(table, json, parquet);
            Manifest.sync(parquet);
            return count;
        } finally {
            Files.deleteIfExists(json);
        }
    }

    /// Joins files of a table into one.
    static void merge(Table table, String select, Path merged) throws IOException {
        copy(table, select, merged);
        Manifest.sync(merged);
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
        String select =
                "SELECT * FROM read_json(%s, format = 'newline_delimited', columns = %s, maximum_object_size = %d)"
                        .formatted(DuckDb.text(json.toString()), table.jsonColumns(), ROW_BYTES_MAX);
        copy(table, select, parquet);
    }

    private static void copy(Table table, String select, Path parquet) throws IOException {
        try (Connection connection = DuckDb.open(parquet.resolveSibling(".spill"), MEMORY_MAX, DuckDb.Results.WHOLE);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(select, DuckDb.text(parquet.toString())));
        } catch (SQLException e) {
            throw new IOException(
                    "%s: a row does not fit the table's columns: %s".formatted(table.label(), e.getMessage()), e);
        }
    }
}
