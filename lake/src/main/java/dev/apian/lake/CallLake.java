// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The table `calls` as files, for one writer: `lake/calls/day=2026-11-01/part-0000000017.parquet`.
///
/// Rows gather in memory, a buffer for each day of event time (UTC), and become files when a buffer is full,
/// when too many days are open, and at [#flush]. **A flush is the moment rows become visible, all of them at
/// once**: files are written under hidden names, forced to disk, renamed, and then listed in the [Manifest],
/// which readers follow.
///
/// How a crash or a reader can never see rows twice, or lose them:
///
/// * before the manifest is replaced, new files are in no list; afterwards they are in it and on disk;
/// * [#compact] writes one sorted file beside its inputs, and one replacement of the manifest exchanges them;
///   only then are the inputs deleted. A query that still held the old list finds a file missing and starts
///   again with the new;
/// * [#open] deletes whatever the manifest does not name: leftovers of a crash at any point above;
/// * [#removeUnlisted] takes back what was flushed after the last checkpoint, so that replaying it writes it
///   once. Compaction only touches files that [#checkpointed] has sealed, so nothing taken back can hide in a
///   larger file.
///
/// One thread appends and flushes. Compaction may run on another.
public final class CallLake implements AutoCloseable {

    /// Days whose rows gather at the same time; live traffic needs two, around midnight. Opening one more
    /// writes out the day that was touched longest ago.
    public static final int OPEN_DAYS_MAX = 4;

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel lock;
    private final CallFileWriter writer = new CallFileWriter();
    private final Map<Long, DayBuffer> open = new LinkedHashMap<>(8, 0.75f, true);
    private final List<Manifest.Entry> written = new ArrayList<>();
    private long lastDay = Long.MIN_VALUE;
    private DayBuffer last = new DayBuffer(LocalDate.EPOCH);
    private Manifest manifest;
    private long sequence;

    private CallLake(Path folder, FileChannel lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.manifest = Manifest.read(folder);
        this.sequence =
                manifest.files().stream().mapToLong(CallLake::sequenceOf).max().orElse(0);
    }

    /// Opens the lake of a data directory for writing, creates it where there is none, and removes what a
    /// crash left.
    public static CallLake open(Path dataDirectory) throws IOException {
        Path folder = folder(dataDirectory);
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        CallLake lake = new CallLake(folder, lock);
        lake.removeLeftovers();
        return lake;
    }

    static Path folder(Path dataDirectory) {
        return dataDirectory.resolve("lake").resolve("calls");
    }

    public void append(CallRow row) throws IOException {
        long day = Math.floorDiv(row.timeMicros(), MICROS_PER_DAY);
        if (day != lastDay) {
            last = buffer(day);
            lastDay = day;
        }
        last.add(row);
        if (last.isFull()) {
            write(day);
        }
    }

    /// Makes every appended row durable and visible.
    ///
    /// @return the names of the files that are new since the last flush, relative to `lake/calls`
    public List<String> flush() throws IOException {
        for (Long day : List.copyOf(open.keySet())) {
            write(day);
        }
        for (Manifest.Entry entry : written) {
            Files.move(hidden(entry.file()), folder.resolve(entry.file()), StandardCopyOption.ATOMIC_MOVE);
        }
        for (String day :
                written.stream().map(Manifest.Entry::folder).distinct().toList()) {
            Manifest.syncFolder(folder.resolve(day));
        }
        List<String> names = written.stream().map(Manifest.Entry::file).toList();
        if (!written.isEmpty()) {
            exchange(List.of(), written);
            written.clear();
        }
        return names;
    }

    /// Tells that a durable checkpoint covers everything flushed so far: it may be compacted from now on.
    public void checkpointed() throws IOException {
        synchronized (this) {
            if (manifest.files().stream().allMatch(Manifest.Entry::sealed)) {
                return;
            }
            publish(new Manifest(manifest.files().stream()
                    .map(entry -> new Manifest.Entry(entry.file(), entry.rows(), true))
                    .toList()));
        }
    }

    /// Removes files flushed after the last checkpoint, before the rows in them are appended once more.
    ///
    /// @param listed the files that the checkpoint names; files that an earlier checkpoint sealed stay
    ///               without it
    /// @return the names of the removed files
    public List<String> removeUnlisted(Set<String> listed) throws IOException {
        List<Manifest.Entry> newer;
        synchronized (this) {
            newer = manifest.files().stream()
                    .filter(entry -> !entry.sealed() && !listed.contains(entry.file()))
                    .toList();
            exchange(newer, List.of());
        }
        delete(newer);
        return newer.stream().map(Manifest.Entry::file).toList();
    }

    /// Days of at least `filesMin` files that may be compacted.
    public List<LocalDate> fragmentedDays(int filesMin) {
        Map<String, Long> files = new LinkedHashMap<>();
        manifest().files().stream()
                .filter(Manifest.Entry::sealed)
                .forEach(entry -> files.merge(entry.folder(), 1L, Long::sum));
        return files.entrySet().stream()
                .filter(day -> day.getValue() >= filesMin)
                .map(day -> LocalDate.parse(day.getKey().substring("day=".length())))
                .sorted()
                .toList();
    }

    /// Merges the sealed files of a day into one file sorted by (actor, time).
    ///
    /// @return the number of files merged, 0 if there was nothing to merge
    public int compact(LocalDate day) throws IOException {
        List<Manifest.Entry> inputs = manifest().files().stream()
                .filter(entry -> entry.sealed() && entry.folder().equals("day=" + day))
                .toList();
        if (inputs.size() < 2) {
            return 0;
        }
        long rows = inputs.stream().mapToLong(Manifest.Entry::rows).sum();
        Manifest.Entry merged = new Manifest.Entry(name(day), rows, true);
        Compaction.merge(new Manifest(inputs).paths(folder), hidden(merged.file()), rows);
        Files.move(hidden(merged.file()), folder.resolve(merged.file()), StandardCopyOption.ATOMIC_MOVE);
        Manifest.syncFolder(folder.resolve(merged.folder()));
        exchange(inputs, List.of(merged));
        delete(inputs);
        return inputs.size();
    }

    /// Flushes and gives the lake free for another writer.
    @Override
    public void close() throws IOException {
        try (lock;
                writer) {
            flush();
        }
    }

    private DayBuffer buffer(long day) throws IOException {
        DayBuffer buffer = open.get(day);
        if (buffer == null) {
            if (open.size() == OPEN_DAYS_MAX) {
                write(open.keySet().iterator().next());
            }
            buffer = new DayBuffer(LocalDate.ofEpochDay(day));
            open.put(day, buffer);
        }
        return buffer;
    }

    private void write(long day) throws IOException {
        DayBuffer rows = open.remove(day);
        lastDay = Long.MIN_VALUE;
        if (rows == null || rows.rows() == 0) {
            return;
        }
        Manifest.Entry entry = new Manifest.Entry(name(rows.day), rows.rows(), false);
        Files.createDirectories(folder.resolve(entry.folder()));
        writer.write(rows, hidden(entry.file()));
        written.add(entry);
    }

    private synchronized String name(LocalDate day) {
        sequence++;
        return "day=%s/part-%010d.parquet".formatted(day, sequence);
    }

    private Path hidden(String name) {
        Path path = folder.resolve(name);
        return path.resolveSibling("." + path.getFileName() + ".tmp");
    }

    private synchronized Manifest manifest() {
        return manifest;
    }

    private synchronized void exchange(Collection<Manifest.Entry> gone, Collection<Manifest.Entry> come)
            throws IOException {
        publish(new Manifest(
                Stream.concat(manifest.files().stream().filter(entry -> !gone.contains(entry)), come.stream())
                        .toList()));
    }

    private synchronized void publish(Manifest next) throws IOException {
        next.write(folder);
        manifest = next;
    }

    private void delete(List<Manifest.Entry> entries) throws IOException {
        for (Manifest.Entry entry : entries) {
            Files.deleteIfExists(folder.resolve(entry.file()));
        }
    }

    private void removeLeftovers() throws IOException {
        Set<Path> kept = Set.copyOf(manifest.paths(folder));
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.toString();
                if (name.endsWith(".tmp") || (name.endsWith(".parquet") && !kept.contains(file))) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static long sequenceOf(Manifest.Entry entry) {
        String file = entry.file();
        return Long.parseLong(file.substring(file.lastIndexOf('-') + 1, file.length() - ".parquet".length()));
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held in this process: the same answer as held in another
        }
        channel.close();
        throw new IOException(
                "%s: another process writes to this lake; stop it or choose another --data".formatted(folder));
    }
}
