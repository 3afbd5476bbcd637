// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Merges Parquet files of `calls` into one that is sorted by (actor, time).
///
/// DuckDB does the work: its sort spills to disk, so a day may be larger than memory.
final class Compaction {

    /// Beyond it, sorting spills beside the file that is written.
    private static final String MEMORY_MAX = "1GB";

    private Compaction() {}

    /// Writes `merged`, on stable storage when this returns, or fails and leaves nothing there.
    ///
    /// @param rows what the inputs hold together; a merged file of any other number is refused
    static void merge(List<Path> inputs, Path merged, long rows) throws IOException {
        Path spill = merged.resolveSibling(merged.getFileName() + ".spill");
        String columns = Table.columnNames(Table.CALLS);
        try (Connection connection = DuckDb.open(spill, MEMORY_MAX, DuckDb.Results.WHOLE);
                Statement statement = connection.createStatement()) {
            long copied = statement.executeLargeUpdate(
                    "COPY (SELECT %s FROM read_parquet(%s, hive_partitioning = false) ORDER BY actor NULLS LAST, time)"
                                    .formatted(columns, DuckDb.list(inputs))
                            + " TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
                                    .formatted(DuckDb.text(merged.toString()), DayBuffer.ROWS_MAX));
            if (copied != rows) {
                throw new IOException("%s: merged %d rows of %d; the inputs are kept".formatted(merged, copied, rows));
            }
            Manifest.sync(merged);
        } catch (SQLException e) {
            Files.deleteIfExists(merged);
            throw new IOException("%s: cannot merge %d files".formatted(merged, inputs.size()), e);
        }
    }
}
