// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The small tables `actors`, `endpoints` and `alerts`: each is written as a whole, and replaced as a whole.
///
/// Rows may be maps with the contract's column names or records whose components are called the same in camel
/// case; times are `Instant`s or RFC 3339 texts, unknown keys are ignored. They travel as JSON and are stored
/// as Parquet, so that types are checked here, once, rather than by every query. A replaced file stays until
/// the next replacement, for queries that are still reading it.
public final class Snapshot {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /// One row as JSON: an actor with very many facets is the largest.
    private static final int ROW_BYTES_MAX = 64 << 20;

    private static final String MEMORY_MAX = "512MB";

    private final Path folder;

    private Snapshot(Path folder) {
        this.folder = folder;
    }

    /// The small tables of a data directory, for one writer.
    public static Snapshot open(Path dataDirectory) throws IOException {
        Path folder = folder(dataDirectory);
        Files.createDirectories(folder);
        return new Snapshot(folder);
    }

    static Path folder(Path dataDirectory) {
        return dataDirectory.resolve("tables");
    }

    /// The file that holds a table now, if it was ever written.
    static Optional<Path> current(Manifest manifest, Path folder, Table table) {
        return manifest.files().stream()
                .filter(entry -> isOf(entry, table))
                .max((a, b) -> Long.compare(version(a), version(b)))
                .map(entry -> folder.resolve(entry.file()));
    }

    /// Replaces a table, durably: readers see all of the old rows or all of the new.
    public synchronized void replace(Table table, Iterable<?> rows) throws IOException {
        if (table == Table.CALLS) {
            throw new IllegalArgumentException("table=calls is written by CallLake; give actors, endpoints or alerts");
        }
        Manifest before = Manifest.read(folder);
        List<Manifest.Entry> old =
                before.files().stream().filter(entry -> isOf(entry, table)).toList();
        long version = old.stream().mapToLong(Snapshot::version).max().orElse(0) + 1;
        String name = "%s-%010d.parquet".formatted(table.label(), version);
        long count = write(table, rows, name);
        List<Manifest.Entry> kept = new ArrayList<>(before.files());
        List<Manifest.Entry> retired =
                old.stream().filter(entry -> version(entry) < version - 1).toList();
        kept.removeAll(retired);
        kept.add(new Manifest.Entry(name, count, true));
        new Manifest(kept).write(folder);
        removeAllBut(kept, table);
    }

    private long write(Table table, Iterable<?> rows, String name) throws IOException {
        Path json = folder.resolve("." + table.label() + ".ndjson.tmp");
        Path parquet = folder.resolve("." + name + ".tmp");
        try {
            long count = writeJson(rows, json);
            toParquet(table, json, parquet);
            Manifest.sync(parquet);
            Files.move(parquet, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return count;
        } finally {
            Files.deleteIfExists(json);
            Files.deleteIfExists(parquet);
        }
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
        try (Connection connection = DuckDb.open(json.resolveSibling(".spill"), MEMORY_MAX, DuckDb.Results.WHOLE);
                Statement statement = connection.createStatement()) {
            statement.execute(("COPY (SELECT * FROM read_json(%s, format = 'newline_delimited', columns = %s,"
                            + " maximum_object_size = %d)) TO %s (FORMAT parquet, COMPRESSION zstd)")
                    .formatted(
                            DuckDb.text(json.toString()),
                            table.jsonColumns(),
                            ROW_BYTES_MAX,
                            DuckDb.text(parquet.toString())));
        } catch (SQLException e) {
            throw new IOException(
                    "%s: a row does not fit the table's columns: %s".formatted(table.label(), e.getMessage()), e);
        }
    }

    private void removeAllBut(List<Manifest.Entry> kept, Table table) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = Objects.requireNonNull(file.getFileName()).toString();
            if (name.startsWith(table.label() + "-") && !new Manifest(kept).names(name)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOf(Manifest.Entry entry, Table table) {
        return entry.file().startsWith(table.label() + "-");
    }

    private static long version(Manifest.Entry entry) {
        String file = entry.file();
        return Long.parseLong(file.substring(file.indexOf('-') + 1, file.length() - ".parquet".length()));
    }
}
