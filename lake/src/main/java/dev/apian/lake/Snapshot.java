// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The small tables, for their only writer: `actors`, `endpoints` and `alerts` are replaced as a whole, `signals`
/// grow, and so do the changes of `actors` on a cluster.
///
/// A whole table is `alerts-0000000017.parquet`; what grows are files in a folder, `signals/part-0000000003.parquet`.
/// Both are listed in one [Manifest]. A replaced file stays until the next replacement, for queries that are
/// still reading it. Rows are as [RowFile] takes them.
public final class Snapshot {

    /// Files of this many rows are not merged any more.
    private static final long ROWS_MERGED_MAX = DayBuffer.ROWS_MAX;

    private static final Set<Table> GROWING = Set.of(Table.SIGNALS, Table.ACTORS);

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

    /// The files that hold a table now: the whole one, if it was ever written, and those in the table's folder.
    static List<Path> current(Manifest manifest, Path folder, Table table) {
        Stream<Manifest.Entry> whole = manifest.files().stream()
                .filter(entry -> isWhole(entry, table))
                .max(Comparator.comparingLong(Snapshot::version))
                .stream();
        Stream<Manifest.Entry> grown = manifest.files().stream().filter(entry -> isGrown(entry, table));
        return Stream.concat(whole, grown)
                .map(entry -> folder.resolve(entry.file()))
                .sorted()
                .toList();
    }

    /// Another text whenever one of these tables has changed.
    public static String version(Path dataDirectory, Table... tables) throws IOException {
        Path folder = folder(dataDirectory);
        Manifest manifest = Manifest.read(folder);
        return Stream.of(tables)
                .flatMap(table -> current(manifest, folder, table).stream())
                .map(Path::toString)
                .collect(Collectors.joining("\n"));
    }

    /// Checks that rows can be appended to a table.
    static void requireGrowing(Table table) {
        if (!GROWING.contains(table)) {
            throw new IllegalArgumentException(
                    "table=%s is no table that grows row by row; give signals or actors, or replace it as a whole"
                            .formatted(table.label()));
        }
    }

    /// Replaces a table, durably: readers see all of the old rows or all of the new.
    public synchronized void replace(Table table, Iterable<?> rows) throws IOException {
        if (table == Table.CALLS || table == Table.SIGNALS) {
            throw new IllegalArgumentException(
                    "table=%s grows and is never replaced; give actors, endpoints or alerts".formatted(table.label()));
        }
        FileList files = FileList.open(folder);
        List<Manifest.Entry> old =
                files.entries().stream().filter(entry -> isWhole(entry, table)).toList();
        long version = old.stream().mapToLong(Snapshot::version).max().orElse(0) + 1;
        String name = "%s-%010d.parquet".formatted(table.label(), version);
        Manifest.Entry fresh = new Manifest.Entry(name, RowFile.write(table, rows, folder, name), true);
        FileList.reveal(folder, List.of(fresh));
        List<Manifest.Entry> retired = new ArrayList<>(
                old.stream().filter(entry -> version(entry) < version - 1).toList());
        files.exchange(retired, List.of(fresh));
        removeUnlistedWhole(files.manifest(), table);
    }

    /// Appends rows to a table that grows, durably and visibly, until [#removeUnlisted] takes them back.
    ///
    /// @return the name of the new file, relative to `tables`
    public synchronized String append(Table table, Iterable<?> rows) throws IOException {
        requireGrowing(table);
        FileList files = FileList.open(folder);
        String name = freshName(files.entries(), table);
        Manifest.Entry entry = new Manifest.Entry(name, RowFile.write(table, rows, folder, name), false);
        FileList.reveal(folder, List.of(entry));
        files.exchange(List.of(), List.of(entry));
        return name;
    }

    /// Tells that a durable checkpoint covers everything appended so far.
    public synchronized void checkpointed() throws IOException {
        FileList.open(folder).seal();
    }

    /// Removes files appended after the last checkpoint, before the rows in them are appended once more.
    ///
    /// @param listed the files that the checkpoint names
    public synchronized void removeUnlisted(Set<String> listed) throws IOException {
        FileList files = FileList.open(folder);
        files.remove(files.entries().stream()
                .filter(entry -> !entry.sealed() && !listed.contains(entry.file()))
                .toList());
    }

    /// Merges the sealed small files of a table that has more of them than allowed.
    ///
    /// @return the number of files merged
    public synchronized int compact(Table table, int filesMax) throws IOException {
        FileList files = FileList.open(folder);
        List<Manifest.Entry> inputs = files.entries().stream()
                .filter(entry -> isGrown(entry, table) && entry.sealed())
                .filter(entry -> table == Table.ACTORS || entry.rows() < ROWS_MERGED_MAX)
                .toList();
        if (inputs.size() <= Math.max(1, filesMax)) {
            return 0;
        }
        String name = freshName(files.entries(), table);
        List<Path> paths = new Manifest(inputs, List.of()).paths(folder);
        long rows = Compaction.join(table, paths, FileList.hidden(folder, name));
        Manifest.Entry merged = new Manifest.Entry(name, rows, true);
        FileList.reveal(folder, List.of(merged));
        files.merge(inputs, merged);
        return inputs.size();
    }

    synchronized void publish(Collection<Manifest.Entry> entries) throws IOException {
        FileList.open(folder).publish(entries);
    }

    /// Listing and deleting, without a change of the list.
    synchronized FileList files() throws IOException {
        return FileList.open(folder);
    }

    private static String freshName(List<Manifest.Entry> entries, Table table) {
        long last = entries.stream()
                .filter(entry -> isGrown(entry, table))
                .mapToLong(entry -> FileList.sequenceOf(entry.file()))
                .max()
                .orElse(0);
        return name(table, "", last + 1);
    }

    static String name(Table table, String part, long sequence) {
        return "%s/part-%s%010d.parquet".formatted(table.label(), part, sequence);
    }

    private void removeUnlistedWhole(Manifest kept, Table table) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(table.label() + "-") && !kept.names(name)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isWhole(Manifest.Entry entry, Table table) {
        return entry.file().startsWith(table.label() + "-");
    }

    private static boolean isGrown(Manifest.Entry entry, Table table) {
        return entry.folder().equals(table.label());
    }

    private static long version(Manifest.Entry entry) {
        return FileList.sequenceOf(entry.file());
    }
}
