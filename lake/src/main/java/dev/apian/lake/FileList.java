// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A folder's [Manifest] in the hands of its only writer: every change replaces the list once, and only then
/// are files deleted. For several threads.
final class FileList {

    /// Names of merged files that are remembered, so that a commit that is repeated does not bring them back.
    /// A commit is repeated for the last few checkpoints, which is far less than this.
    static final int MERGED_NAMES_MAX = 10_000;

    private final Path folder;
    private Manifest manifest;

    private FileList(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    static FileList open(Path folder) throws IOException {
        return new FileList(folder, Manifest.read(folder));
    }

    /// Where a file is written before it gets its name.
    static Path hidden(Path folder, String name) {
        Path path = folder.resolve(name);
        return path.resolveSibling("." + path.getFileName() + ".tmp");
    }

    /// Gives hidden files on stable storage their names, durably.
    static void reveal(Path folder, Collection<Manifest.Entry> entries) throws IOException {
        for (Manifest.Entry entry : entries) {
            Files.move(hidden(folder, entry.file()), folder.resolve(entry.file()), StandardCopyOption.ATOMIC_MOVE);
        }
        for (String inner :
                entries.stream().map(Manifest.Entry::folder).distinct().toList()) {
            Manifest.syncFolder(folder.resolve(inner));
        }
    }

    synchronized Manifest manifest() {
        return manifest;
    }

    synchronized List<Manifest.Entry> entries() {
        return manifest.files();
    }

    /// Adds those that were never listed, all at once. What is listed or was merged away stays as it is.
    synchronized void publish(Collection<Manifest.Entry> entries) throws IOException {
        Set<String> known = new HashSet<>(manifest.merged());
        manifest.files().forEach(entry -> known.add(entry.file()));
        List<Manifest.Entry> fresh =
                entries.stream().filter(entry -> known.add(entry.file())).toList();
        for (Manifest.Entry entry : fresh) {
            if (!Files.isRegularFile(folder.resolve(entry.file()))) {
                throw new IOException(
                        ("%s: a file to be published is not there, and %d rows with it; go back to an earlier"
                                        + " checkpoint, and keep orphans as long as any checkpoint is in use")
                                .formatted(folder.resolve(entry.file()), entry.rows()));
            }
        }
        if (!fresh.isEmpty()) {
            exchange(List.of(), fresh);
        }
    }

    synchronized void exchange(Collection<Manifest.Entry> gone, Collection<Manifest.Entry> come) throws IOException {
        replace(new Manifest(with(gone, come), manifest.merged()));
    }

    /// Takes files off the list, then deletes them.
    synchronized void remove(Collection<Manifest.Entry> gone) throws IOException {
        if (!gone.isEmpty()) {
            exchange(gone, List.of());
            delete(gone.stream().map(Manifest.Entry::file).toList());
        }
    }

    /// Puts one file in the place of several that hold the same rows, then deletes them.
    synchronized void merge(Collection<Manifest.Entry> inputs, Manifest.Entry merged) throws IOException {
        List<String> remembered = new ArrayList<>(manifest.merged());
        inputs.forEach(entry -> remembered.add(entry.file()));
        List<String> forgotten = remembered.subList(0, Math.max(0, remembered.size() - MERGED_NAMES_MAX));
        // Once deleted, a forgotten file cannot come back: publishing it fails instead of doubling its rows.
        delete(forgotten.stream()
                .filter(name -> inputs.stream().noneMatch(entry -> entry.file().equals(name)))
                .toList());
        List<String> kept = List.copyOf(remembered.subList(forgotten.size(), remembered.size()));
        replace(new Manifest(with(inputs, List.of(merged)), kept));
        delete(inputs.stream().map(Manifest.Entry::file).toList());
    }

    /// Marks all files as covered by a checkpoint.
    synchronized void seal() throws IOException {
        if (!manifest.files().stream().allMatch(Manifest.Entry::sealed)) {
            replace(new Manifest(
                    manifest.files().stream()
                            .map(entry -> new Manifest.Entry(entry.file(), entry.rows(), true))
                            .toList(),
                    manifest.merged()));
        }
    }

    /// Deletes Parquet and unfinished files that are not listed and were last changed before a time.
    ///
    /// @return how many
    int removeOrphans(Instant before) throws IOException {
        Set<Path> kept = Set.copyOf(manifest().paths(folder));
        List<Path> orphans = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                boolean ours = name.endsWith(".tmp") || name.endsWith(".parquet");
                if (ours
                        && !kept.contains(file)
                        && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                    orphans.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // a writer gave it its name meanwhile
                }
                throw e;
            }
        });
        for (Path orphan : orphans) {
            Files.deleteIfExists(orphan);
        }
        return orphans.size();
    }

    /// The highest number at the end of a listed file's name.
    synchronized long lastSequence() {
        return manifest.files().stream()
                .mapToLong(entry -> sequenceOf(entry.file()))
                .max()
                .orElse(0);
    }

    static long sequenceOf(String file) {
        return Long.parseLong(file.substring(file.lastIndexOf('-') + 1, file.length() - ".parquet".length()));
    }

    private List<Manifest.Entry> with(Collection<Manifest.Entry> gone, Collection<Manifest.Entry> come) {
        Set<Manifest.Entry> without = Set.copyOf(gone);
        return Stream.concat(manifest.files().stream().filter(entry -> !without.contains(entry)), come.stream())
                .toList();
    }

    private void replace(Manifest next) throws IOException {
        next.write(folder);
        manifest = next;
    }

    private void delete(Collection<String> files) throws IOException {
        for (String file : files) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }
}
