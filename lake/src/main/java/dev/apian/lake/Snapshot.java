// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The small tables `actors`, `endpoints` and `alerts`: each is written as a whole, and replaced as a whole.
///
/// Rows are as [RowFile] takes them; times are `Instant`s or RFC 3339 texts. A replaced file stays until the
/// next replacement, for queries that are still reading it.
public final class Snapshot {

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
        Path parquet = folder.resolve("." + name + ".tmp");
        try {
            long count = RowFile.write(table, rows, parquet);
            Files.move(parquet, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return count;
        } finally {
            Files.deleteIfExists(parquet);
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
