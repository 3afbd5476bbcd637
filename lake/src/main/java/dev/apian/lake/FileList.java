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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder's [Manifest] in the hands of its only writer: every change replaces the list once, and only then
/// are files deleted. For several threads.
final class FileList {

    /// Names of merged files that are remembered, so that a commit that is repeated does not bring them back.
    /// A commit is repeated for the last few checkpoints, which is far less than this.
    static final int MERGED_NAMES_MAX = 10_000;

    private final Path folder;
    private Manifest manifest;
    /// Files in no list that readers may still have open, by when they were replaced.
    private final Map<String, Instant> retired = new LinkedHashMap<>();

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

    /// Gives hidden files on stable storage their names, durably, and their indexes with them. May be repeated
    /// after a failure: what has its name already keeps it.
    static void reveal(Path folder, Collection<Manifest.Entry> entries) throws IOException {
        for (Manifest.Entry entry : entries) {
            Path hidden = hidden(folder, entry.file());
            Path named = folder.resolve(entry.file());
            moveIfThere(ActorIndex.beside(hidden), ActorIndex.beside(named));
            if (!moveIfThere(hidden, named) && !Files.exists(named)) {
                throw new NoSuchFileException(hidden.toString());
            }
        }
        for (String inner :
                entries.stream().map(Manifest.Entry::folder).distinct().toList()) {
            Manifest.syncFolder(folder.resolve(inner));
        }
    }

    private static boolean moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
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
        replace(manifest.withFiles(with(gone, come)));
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
        replace(manifest.withFiles(with(inputs, List.of(merged))).withMerged(kept));
        delete(inputs.stream().map(Manifest.Entry::file).toList());
    }

    /// Puts others, or none, in the place of some files at one stroke. The old ones stay on disk for readers that
    /// know them from an earlier list, until [#deleteRetired].
    ///
    /// @param deleted what the list says of deleted files from now on
    synchronized void supersede(
            Collection<Manifest.Entry> gone, List<Manifest.Entry> come, Manifest.Deleted deleted, Instant now)
            throws IOException {
        List<String> names = gone.stream().map(Manifest.Entry::file).toList();
        List<String> merged = new ArrayList<>(manifest.merged());
        merged.addAll(names);
        replace(manifest.withFiles(with(gone, come))
                .withMerged(merged.subList(Math.max(0, merged.size() - MERGED_NAMES_MAX), merged.size()))
                .withDeleted(deleted));
        for (String name : names) {
            retired.put(name, now);
        }
    }

    /// Deletes files that were replaced before a time.
    ///
    /// @return how many
    synchronized int deleteRetired(Instant before) throws IOException {
        List<String> due = retired.entrySet().stream()
                .filter(file -> file.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList();
        delete(due);
        due.forEach(retired::remove);
        return due.size();
    }

    /// Takes a file that cannot be read off the list, and notes why. The file itself is the caller's to move.
    synchronized boolean strike(Manifest.Entry entry, Manifest.Damaged damage) throws IOException {
        if (!manifest.names(entry.file())) {
            return false;
        }
        List<Manifest.Damaged> damaged = new ArrayList<>(manifest.damaged());
        damaged.add(damage);
        replace(manifest.withFiles(with(List.of(entry), List.of())).withDamaged(damaged));
        return true;
    }

    /// Adds to what the list says of deleted files.
    synchronized void count(long moreFiles, long moreRows, long moreBytes) throws IOException {
        replace(manifest.withDeleted(manifest.deleted().plus(moreFiles, moreRows, moreBytes)));
    }

    /// Notes what was measured of files that are listed without.
    synchronized void measure(Collection<Manifest.Entry> measured) throws IOException {
        exchange(
                measured,
                measured.stream().filter(entry -> manifest.names(entry.file())).toList());
    }

    /// Marks all files as covered by a checkpoint.
    synchronized void seal() throws IOException {
        if (!manifest.files().stream().allMatch(Manifest.Entry::sealed)) {
            replace(manifest.withFiles(
                    manifest.files().stream().map(Manifest.Entry::asSealed).toList()));
        }
    }

    /// Deletes Parquet, index and unfinished files that are not listed and were last changed before a time.
    ///
    /// @return how many, without indexes
    int removeOrphans(Instant before) throws IOException {
        Set<Path> kept = manifest().paths(folder).stream()
                .flatMap(path -> Stream.of(path, ActorIndex.beside(path)))
                .collect(Collectors.toSet());
        List<Path> orphans = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                boolean ours = name.endsWith(".tmp") || name.endsWith(".parquet") || name.endsWith(ActorIndex.SUFFIX);
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
        return (int) orphans.stream()
                .filter(orphan -> !orphan.toString().endsWith(ActorIndex.SUFFIX))
                .count();
    }

    /// The highest number at the end of the name of a file that is or was listed.
    synchronized long lastSequence() {
        return Stream.of(
                        manifest.files().stream().map(Manifest.Entry::file),
                        manifest.merged().stream(),
                        manifest.damaged().stream().map(Manifest.Damaged::file))
                .flatMap(names -> names)
                .mapToLong(FileList::sequenceOf)
                .max()
                .orElse(0);
    }

    static long sequenceOf(String file) {
        return Long.parseLong(file.substring(file.lastIndexOf('-') + 1, file.length() - ".parquet".length()));
    }

    private List<Manifest.Entry> with(Collection<Manifest.Entry> gone, Collection<Manifest.Entry> come) {
        Set<String> without = gone.stream().map(Manifest.Entry::file).collect(Collectors.toSet());
        return Stream.concat(manifest.files().stream().filter(entry -> !without.contains(entry.file())), come.stream())
                .toList();
    }

    private void replace(Manifest next) throws IOException {
        next.write(folder);
        manifest = next;
    }

    private void delete(Collection<String> files) throws IOException {
        for (String file : files) {
            Path path = folder.resolve(file);
            Files.deleteIfExists(path);
            Files.deleteIfExists(ActorIndex.beside(path));
        }
    }
}
