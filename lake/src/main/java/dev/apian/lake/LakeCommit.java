// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The one who publishes what the writers of a shared lake wrote: one replacement of the list of files makes
/// all of them visible at once.
///
/// A file may be handed over for publication again when a job restarts from its last checkpoint. What the list
/// names already stays as it is, and compaction leaves files alone that are younger than [#SETTLED], so that
/// none that may come again has vanished into a larger one. Belongs to one thread; other processes are kept
/// out by a lock.
public final class LakeCommit implements AutoCloseable {

    /// How long a file may still be handed over again. A job that was down for longer restarts from its last
    /// checkpoint all the same: while it is down, nobody compacts.
    public static final Duration SETTLED = Duration.ofHours(1);

    /// How long to wait for a predecessor that has failed and is about to end.
    private static final Duration PREDECESSOR_MAX = Duration.ofSeconds(20);

    private static final Duration PREDECESSOR_LOOK = Duration.ofMillis(100);

    private final Path lake;
    private final FileChannel lock;
    private int merges;

    private LakeCommit(Path lake, FileChannel lock) {
        this.lake = lake;
        this.lock = lock;
    }

    public static LakeCommit open(Path lake) throws IOException {
        for (Table table : Table.ofParts()) {
            Files.createDirectories(table.parts(lake));
        }
        return new LakeCommit(lake, lock(lake));
    }

    /// Publishes files. What is published already stays as it is, so a repeated commit changes nothing.
    public void commit(Collection<LakeFile> files) throws IOException {
        for (Table table : Table.ofParts()) {
            Path folder = table.parts(lake);
            Manifest before = Manifest.read(folder);
            List<Manifest.Entry> fresh = files.stream()
                    .filter(file -> file.table() == table && !before.names(file.file()))
                    .map(file -> new Manifest.Entry(file.file(), file.rows(), true))
                    .toList();
            if (!fresh.isEmpty()) {
                exchange(folder, before, List.of(), fresh);
            }
        }
    }

    /// Replaces a small table as a whole.
    public void replace(Table table, Iterable<?> rows) throws IOException {
        Snapshot.open(lake).replace(table, rows);
    }

    /// Makes one file of the settled files of a day, and of a table of rows, where there are too many.
    ///
    /// @return the number of files merged
    public int compact(int filesMax) throws IOException {
        return compact(filesMax, SETTLED);
    }

    int compact(int filesMax, Duration settled) throws IOException {
        int merged = 0;
        for (Table table : Table.ofParts()) {
            Path folder = table.parts(lake);
            for (Map.Entry<String, List<Manifest.Entry>> part :
                    settled(folder, settled).entrySet()) {
                if (part.getValue().size() > filesMax) {
                    merge(table, folder, part.getKey(), part.getValue());
                    merged += part.getValue().size();
                }
            }
        }
        return merged;
    }

    /// Deletes files that no list names and that are older than `age`: what failed attempts left.
    ///
    /// @return the number of files deleted
    public int removeOrphans(Duration age) throws IOException {
        int removed = 0;
        for (Table table : Table.ofParts()) {
            Path folder = table.parts(lake);
            Set<Path> kept = Set.copyOf(Manifest.read(folder).paths(folder));
            for (Path file : parquetFiles(folder)) {
                if (!kept.contains(file) && isOlder(file, age)) {
                    Files.deleteIfExists(file);
                    removed++;
                }
            }
        }
        return removed;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Map<String, List<Manifest.Entry>> settled(Path folder, Duration age) throws IOException {
        Map<String, List<Manifest.Entry>> byDay = new TreeMap<>();
        for (Manifest.Entry entry : Manifest.read(folder).files()) {
            if (isOlder(folder.resolve(entry.file()), age)) {
                byDay.computeIfAbsent(entry.folder(), day -> new ArrayList<>()).add(entry);
            }
        }
        return byDay;
    }

    private void merge(Table table, Path folder, String day, List<Manifest.Entry> inputs) throws IOException {
        long rows = inputs.stream().mapToLong(Manifest.Entry::rows).sum();
        merges++;
        String name = "part-merged-%d-%06d.parquet".formatted(System.currentTimeMillis(), merges);
        String file = day.isEmpty() ? name : day + "/" + name;
        List<Path> paths = new Manifest(inputs).paths(folder);
        switch (table) {
            case CALLS -> Compaction.merge(paths, folder.resolve(file), rows);
            case SIGNALS -> RowFile.merge(table, Views.from(table, paths), folder.resolve(file));
            case ACTOR_CHANGES -> RowFile.merge(table, Views.latestActors(paths), folder.resolve(file));
            case ACTORS, ENDPOINTS, ALERTS -> throw new IllegalStateException(table.label() + " has no parts");
        }
        exchange(folder, Manifest.read(folder), inputs, List.of(new Manifest.Entry(file, rows, true)));
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private static void exchange(
            Path folder, Manifest before, Collection<Manifest.Entry> gone, Collection<Manifest.Entry> come)
            throws IOException {
        Set<Manifest.Entry> leaving = new HashSet<>(gone);
        List<Manifest.Entry> files = new ArrayList<>(before.files());
        files.removeIf(leaving::contains);
        files.addAll(come);
        new Manifest(files).write(folder);
    }

    private static boolean isOlder(Path file, Duration age) throws IOException {
        long written = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : Long.MAX_VALUE;
        return written != Long.MAX_VALUE && System.currentTimeMillis() - written > age.toMillis();
    }

    private static List<Path> parquetFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".parquet")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static FileChannel lock(Path lake) throws IOException {
        Path file = lake.resolve("lake").resolve(".publishing");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long looks = PREDECESSOR_MAX.dividedBy(PREDECESSOR_LOOK);
        for (long look = 0; look < looks; look++) {
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // held in this process: the same answer as held in another
            }
            pause();
        }
        channel.close();
        throw new IOException("%s: another job publishes in this lake; stop it or give another --lake".formatted(lake));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PREDECESSOR_LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lake", e);
        }
    }
}
