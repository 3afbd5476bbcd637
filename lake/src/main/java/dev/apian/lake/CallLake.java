// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
/// * [LakeUpkeep] writes one sorted file beside its inputs, and one replacement of the manifest exchanges them.
///   The inputs stay for [LakeUpkeep#GRACE], for queries that hold the old list; one that holds it longer finds
///   a file missing and starts again with the new;
/// * [#open] deletes whatever the manifest does not name: leftovers of a crash at any point above;
/// * [#removeUnlisted] takes back what was flushed after the last checkpoint, so that replaying it writes it
///   once. Compaction only touches files that [#checkpointed] has sealed, so nothing taken back can hide in a
///   larger file.
///
/// What fails for want of room on the disk, [#append] or [#flush], may be repeated: nothing is lost by that.
/// One thread appends and flushes. Upkeep may run on another.
public final class CallLake implements AutoCloseable {

    /// Days whose rows gather at the same time; live traffic needs two, around midnight. Opening one more
    /// writes out the day that was touched longest ago.
    public static final int OPEN_DAYS_MAX = 4;

    private static final String WHAT_TO_DO = "stop it or choose another --data";

    private final Path folder;
    private final WriterLock lock;
    private final FileList files;
    private final DayFiles rows;
    private final List<Manifest.Entry> unlisted = new ArrayList<>();
    private long sequence;

    private CallLake(Path folder, WriterLock lock, FileWriter writer) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.files = FileList.open(folder);
        this.rows = new DayFiles(folder, this::name, writer);
        this.sequence = files.lastSequence();
    }

    /// Opens the lake of a data directory for writing, creates it where there is none, removes what a crash
    /// left, and sets aside files that have lost an end.
    public static CallLake open(Path dataDirectory) throws IOException {
        return open(dataDirectory, new CallFileWriter(CallFileWriter.PAGE_ROWS));
    }

    static CallLake open(Path dataDirectory, FileWriter writer) throws IOException {
        Path folder = folder(dataDirectory);
        WriterLock lock = WriterLock.acquire(folder, Duration.ZERO, WHAT_TO_DO);
        try {
            CallLake lake = new CallLake(folder, lock, writer);
            lake.files.removeOrphans(Instant.MAX);
            new Infirmary(folder, lake.files).admit(Instant.now());
            return lake;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Another text whenever other files are listed than before.
    public static String version(Path dataDirectory) throws IOException {
        return Manifest.read(folder(dataDirectory)).files().stream()
                .map(Manifest.Entry::file)
                .collect(Collectors.joining("\n"));
    }

    static Path folder(Path dataDirectory) {
        return dataDirectory.resolve("lake").resolve("calls");
    }

    /// Takes a row in. If this fails, the row was not taken and what came before it still is.
    public void append(CallRow row) throws IOException {
        rows.append(row);
    }

    /// Makes every appended row durable and visible.
    ///
    /// @return the names of the files that are new since the last flush, relative to `lake/calls`
    public List<String> flush() throws IOException {
        unlisted.addAll(rows.finish());
        List<Manifest.Entry> written = List.copyOf(unlisted);
        if (!written.isEmpty()) {
            files.exchange(List.of(), written);
        }
        unlisted.clear();
        return written.stream().map(Manifest.Entry::file).toList();
    }

    /// Tells that a durable checkpoint covers everything flushed so far: it may be compacted from now on.
    public void checkpointed() throws IOException {
        files.seal();
    }

    /// Removes files flushed after the last checkpoint, before the rows in them are appended once more.
    ///
    /// @param listed the files that the checkpoint names; files that an earlier checkpoint sealed stay
    ///               without it
    /// @return the names of the removed files
    public List<String> removeUnlisted(Set<String> listed) throws IOException {
        List<Manifest.Entry> newer = files.entries().stream()
                .filter(entry -> !entry.sealed() && !listed.contains(entry.file()))
                .toList();
        files.remove(newer);
        return newer.stream().map(Manifest.Entry::file).toList();
    }

    /// What keeps the files of this lake few, sorted, whole and not too many.
    public LakeUpkeep upkeep(InstantSource clock) {
        return new LakeUpkeep(folder, files, this::name, clock);
    }

    /// Merges the sealed files of a day into one file sorted by (actor, time).
    ///
    /// @return the number of files merged, 0 if there was nothing to merge
    public int compact(LocalDate day) throws IOException {
        List<Manifest.Entry> inputs = files.entries().stream()
                .filter(entry -> entry.sealed() && entry.folder().equals("day=" + day))
                .toList();
        if (inputs.size() < 2) {
            return 0;
        }
        Optional<Manifest.Entry> merged = Compaction.merge(folder, inputs, name(day), row -> true, () -> false);
        files.supersede(inputs, merged.stream().toList(), files.manifest().deleted(), Instant.now());
        return inputs.size();
    }

    /// Flushes and gives the lake free for another writer.
    @Override
    public void close() throws IOException {
        try (lock;
                rows) {
            flush();
        }
    }

    private synchronized String name(LocalDate day) {
        sequence++;
        return DayFiles.name(day, "", sequence);
    }
}
