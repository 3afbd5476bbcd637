// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A DuckDB that can open files in the lake and the tables of one data directory, and nothing else.
///
/// It loads no extensions and takes no more settings. Its views follow the lists of files. Connections share
/// memory and the cache of file footers.
final class ConfinedDuckDb implements AutoCloseable {

    private static final AtomicLong OPENED = new AtomicLong();

    private final Path callFolder;
    private final Path tableFolder;
    private final Connection root;
    private final boolean hasAlerts;
    private @Nullable Views views;
    private @Nullable Path wholeFile;

    private final LeftOut leftOut;

    private ConfinedDuckDb(Path directory, Connection root, boolean hasAlerts, LeftOut leftOut) {
        this.leftOut = leftOut;
        this.hasAlerts = hasAlerts;
        this.callFolder = CallLake.folder(directory);
        this.tableFolder = Snapshot.folder(directory);
        this.root = root;
    }

    /// @param directory a data directory, as its real path: symbolic links would not match what is allowed
    /// @param spill     where what does not fit in memory goes
    /// @param alerts    JSON objects that stand for the table of alerts; null if that is in the directory
    /// @param leftOut   files of calls that views do without
    static ConfinedDuckDb open(
            Path directory,
            QueryLimits limits,
            Path spill,
            @Nullable List<String> alerts,
            LeftOut leftOut,
            DuckDb.Results results)
            throws SQLException, IOException {
        Connection root = DuckDb.open(spillBelow(spill), limits.memoryMb() + "MB", results);
        try {
            if (alerts != null) {
                RowFile.load(Table.ALERTS, alerts, root, Views.GIVEN_ALERTS);
            }
            confine(root, directory, limits);
            return new ConfinedDuckDb(directory, root, alerts != null, leftOut);
        } catch (SQLException | IOException e) {
            root.close();
            throw e;
        }
    }

    /// A folder of its own for each, as DuckDB would overwrite the files of another; it makes and removes it
    /// itself.
    private static Path spillBelow(Path parent) {
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            // a directory that is read-only to us can be queried; what does not fit in memory then says so
        }
        return parent.resolve("query-%d-%d".formatted(ProcessHandle.current().pid(), OPENED.incrementAndGet()));
    }

    private static void confine(Connection root, Path directory, QueryLimits limits) throws SQLException {
        List<Path> readable = List.of(directory.resolve("lake"), directory.resolve("tables"));
        try (Statement statement = root.createStatement()) {
            statement.execute("SET max_temp_directory_size = '%dMB'".formatted(limits.spillMb()));
            if (limits.threads() > 0) {
                statement.execute("SET threads = " + limits.threads());
            }
            statement.execute("SET parquet_metadata_cache = true");
            statement.execute("SET enable_progress_bar = false");
            statement.execute("SET allow_community_extensions = false");
            statement.execute("SET allow_persistent_secrets = false");
            statement.execute("SET allowed_directories = " + DuckDb.list(readable));
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
    }

    /// A connection whose views show the files listed now.
    synchronized Connection connect() throws IOException, SQLException {
        Manifest calls = leftOut.readable(Manifest.read(callFolder));
        Views now = Views.of(calls, callFolder, Manifest.read(tableFolder), tableFolder, hasAlerts);
        if (!now.equals(views)) {
            try (Statement statement = root.createStatement()) {
                for (String view : ledByAWholeFile(now, statement).overFiles()) {
                    statement.execute(view);
                }
                for (String view : views == null ? Views.overViews() : List.<String>of()) {
                    statement.execute(view);
                }
            }
            views = now;
        }
        return ((DuckDBConnection) root).duplicate();
    }

    /// Looks for such a file only if the one before is gone.
    private Views ledByAWholeFile(Views now, Statement statement) throws SQLException {
        if (now.calls().isEmpty()) {
            return now;
        }
        if (wholeFile == null || !now.calls().contains(wholeFile)) {
            try (ResultSet found = statement.executeQuery(now.findingAWholeFile())) {
                found.next();
                String file = found.getString(1);
                wholeFile = file == null ? null : Path.of(file);
            }
        }
        return wholeFile == null ? now : now.ledBy(wholeFile);
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }
}
