// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Merges Parquet files into one: those of `calls` by [Merge], small tables with DuckDB.
final class Compaction {

    /// Beyond it, sorting spills beside the file that is written.
    private static final String MEMORY_MAX = "1GB";

    private Compaction() {}

    /// An input cannot be read: set it aside, and merge the others.
    static final class DamagedInputException extends IOException {

        private final transient Manifest.Entry input;

        DamagedInputException(Manifest.Entry input, String why) {
            super(why);
            this.input = input;
        }

        Manifest.Entry input() {
            return input;
        }
    }

    /// Merges files of one day into one that has its name already and is in no list yet. Inputs whose bytes have
    /// changed are refused, so that damage is never merged into what is whole.
    ///
    /// @param kept     whether a row goes into the new file
    /// @param unwanted asked now and then whether to give up
    /// @return the new file; empty if no row was kept
    static Optional<Manifest.Entry> merge(
            Path folder, List<Manifest.Entry> inputs, String name, Predicate<CallRow> kept, BooleanSupplier unwanted)
            throws IOException {
        Path hidden = FileList.hidden(folder, name);
        for (Manifest.Entry input : inputs) {
            Path path = folder.resolve(input.file());
            Optional<String> wrong = FileCheck.thorough(path, input, spill(hidden));
            if (wrong.isPresent()) {
                throw new DamagedInputException(input, wrong.get());
            }
        }
        LocalDate day = LocalDate.parse(inputs.getFirst().folder().substring("day=".length()));
        List<Path> paths = new Manifest(inputs, List.of()).paths(folder);
        Merge.Outcome outcome = Merge.run(paths, hidden, day, kept, unwanted);
        long rows = inputs.stream().mapToLong(Manifest.Entry::rows).sum();
        if (outcome.read() != rows || outcome.kept() == 0) {
            Files.deleteIfExists(hidden);
            Files.deleteIfExists(ActorIndex.beside(hidden));
        }
        if (outcome.read() != rows) {
            throw new IOException(
                    "%s: merged %d rows of %d; the inputs are kept".formatted(hidden, outcome.read(), rows));
        }
        if (outcome.kept() == 0) {
            return Optional.empty();
        }
        Manifest.Entry merged = Manifest.Entry.measured(name, outcome.kept(), true, hidden);
        FileList.reveal(folder, List.of(merged));
        return Optional.of(merged);
    }

    /// Joins files of a small table that grows; of `actors` only the latest row of each.
    ///
    /// @return the number of rows written
    static long join(Table table, List<Path> inputs, Path joined) throws IOException {
        String select = table == Table.ACTORS ? Views.latestActors(inputs) : Views.rows(table, inputs);
        try (Connection connection = DuckDb.open(spill(joined), MEMORY_MAX, DuckDb.Results.WHOLE);
                Statement statement = connection.createStatement()) {
            long copied =
                    statement.executeLargeUpdate("COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
                            .formatted(select, DuckDb.text(joined.toString()), DayBuffer.ROWS_MAX));
            Manifest.sync(joined);
            return copied;
        } catch (SQLException e) {
            Files.deleteIfExists(joined);
            throw new IOException("%s: cannot merge %d files: %s".formatted(joined, inputs.size(), e.getMessage()), e);
        }
    }

    private static Path spill(Path target) {
        return target.resolveSibling(target.getFileName() + ".spill");
    }
}
