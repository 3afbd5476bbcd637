// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The database that [Summaries] rest in: a file that may be deleted, and is made again.
///
/// One process has it at a time. Another, or one that may not write there, has one of its own in a temporary folder,
/// which ends with it.
final class SummaryStore implements AutoCloseable {

    /// Of DuckDB, beside what questions to the lake may take; what does not fit is read from the file again.
    private static final String MEMORY_MAX = "1GB";

    private static final String FILE = "summaries-%d.duckdb".formatted(Sums.VERSION);

    private final Connection root;
    private final @Nullable Path temporary;

    private SummaryStore(Connection root, @Nullable Path temporary) {
        this.root = root;
        this.temporary = temporary;
    }

    static SummaryStore open(Path dataDirectory) throws IOException {
        Path folder = dataDirectory.resolve("summaries");
        try {
            Files.createDirectories(folder);
            return in(folder, null);
        } catch (IOException | SQLException e) {
            Path own = Files.createTempDirectory("apian-summaries");
            try {
                return in(own, own);
            } catch (SQLException failure) {
                failure.addSuppressed(e);
                throw new IOException("%s: cannot keep summaries: %s".formatted(own, failure.getMessage()), failure);
            }
        }
    }

    private static SummaryStore in(Path folder, @Nullable Path temporary) throws IOException, SQLException {
        removeFormer(folder);
        Connection root = DuckDb.openAt(
                folder.resolve(FILE).toString(), folder.resolve("spill"), MEMORY_MAX, DuckDb.Results.WHOLE);
        try (Statement statement = root.createStatement()) {
            statement.execute("SET parquet_metadata_cache = true");
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("CREATE SCHEMA IF NOT EXISTS delta");
            statement.execute("CREATE TABLE IF NOT EXISTS covered (file VARCHAR, n BIGINT)");
            statement.execute("CREATE TABLE IF NOT EXISTS state"
                    + " (as_of TIMESTAMPTZ, former VARCHAR, processed BIGINT, took BIGINT)");
            return new SummaryStore(root, temporary);
        } catch (SQLException e) {
            root.close();
            throw e;
        }
    }

    /// Files of other versions.
    private static void removeFormer(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith("summaries-") && !name.startsWith(FILE)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Connection connect() throws SQLException {
        return ((DuckDBConnection) root).duplicate();
    }

    /// What was true when the tables were last written.
    ///
    /// @param former    which endpoints were part of others
    /// @param processed calls at the time when processes were last told
    /// @param took      milliseconds of making them
    record State(Instant asOf, String former, long processed, long took) {}

    Optional<State> state() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT epoch_ms(as_of), former, processed, took FROM state")) {
            return rows.next()
                    ? Optional.of(new State(
                            Instant.ofEpochMilli(rows.getLong(1)), rows.getString(2), rows.getLong(3), rows.getLong(4)))
                    : Optional.empty();
        }
    }

    Covered covered() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT file, n FROM covered")) {
            Map<String, Long> covered = new HashMap<>();
            while (rows.next()) {
                covered.put(rows.getString(1), rows.getLong(2));
            }
            return new Covered(covered);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            root.close();
        } catch (SQLException e) {
            throw new IOException("cannot close the summaries: " + e.getMessage(), e);
        }
        if (temporary != null) {
            try (Stream<Path> files = Files.walk(temporary)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : all) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
