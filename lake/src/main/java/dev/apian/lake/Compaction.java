// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Merges Parquet files into one; those of `calls` sorted by (actor, time).
///
/// DuckDB does the work: its sort spills to disk, so a day may be larger than memory.
final class Compaction {

    /// Beyond it, sorting spills beside the file that is written.
    private static final String MEMORY_MAX = "1GB";

    private Compaction() {}

    /// Merges files of one day and puts the new one in their place.
    static void mergeInto(FileList files, Path folder, List<Manifest.Entry> inputs, String name) throws IOException {
        long rows = inputs.stream().mapToLong(Manifest.Entry::rows).sum();
        Manifest.Entry merged = new Manifest.Entry(name, rows, true);
        merge(new Manifest(inputs, List.of()).paths(folder), FileList.hidden(folder, name), rows);
        FileList.reveal(folder, List.of(merged));
        files.merge(inputs, merged);
    }

    /// Writes `merged`, on stable storage when this returns, or fails and leaves nothing there.
    ///
    /// @param rows what the inputs hold together; a merged file of any other number is refused
    static void merge(List<Path> inputs, Path merged, long rows) throws IOException {
        String all = Views.rows(Table.CALLS, inputs) + " ORDER BY actor NULLS LAST, time";
        long copied = copy(all, inputs.size(), merged);
        if (copied != rows) {
            Files.deleteIfExists(merged);
            throw new IOException("%s: merged %d rows of %d; the inputs are kept".formatted(merged, copied, rows));
        }
    }

    /// Joins files of a small table that grows; of `actors` only the latest row of each.
    ///
    /// @return the number of rows written
    static long join(Table table, List<Path> inputs, Path joined) throws IOException {
        return copy(
                table == Table.ACTORS ? Views.latestActors(inputs) : Views.rows(table, inputs), inputs.size(), joined);
    }

    private static long copy(String select, int inputs, Path target) throws IOException {
        Path spill = target.resolveSibling(target.getFileName() + ".spill");
        try (Connection connection = DuckDb.open(spill, MEMORY_MAX, DuckDb.Results.WHOLE);
                Statement statement = connection.createStatement()) {
            long copied =
                    statement.executeLargeUpdate("COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
                            .formatted(select, DuckDb.text(target.toString()), DayBuffer.ROWS_MAX));
            Manifest.sync(target);
            return copied;
        } catch (SQLException e) {
            Files.deleteIfExists(target);
            throw new IOException("%s: cannot merge %d files: %s".formatted(target, inputs, e.getMessage()), e);
        }
    }
}
