// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final String WHAT_TO_DO = "stop it or choose another --data";

    private final Path folder;
    private final WriterLock lock;
    private final FileList files;
    private final DayFiles rows;
    private long sequence;

    private CallLake(Path folder, WriterLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.files = FileList.open(folder);
        this.rows = new DayFiles(folder, this::name);
        this.sequence = files.lastSequence();
    }

    /// Opens the lake of a data directory for writing, creates it where there is none, and removes what a
    /// crash left.
    public static CallLake open(Path dataDirectory) throws IOException {
        Path folder = folder(dataDirectory);
        CallLake lake = new CallLake(folder, WriterLock.acquire(folder, Duration.ZERO, WHAT_TO_DO));
        lake.files.removeOrphans(Instant.MAX);
        return lake;
    }

    static Path folder(Path dataDirectory) {
        return dataDirectory.resolve("lake").resolve("calls");
    }

    public void append(CallRow row) throws IOException {
        rows.append(row);
    }

    /// Makes every appended row durable and visible.
    ///
    /// @return the names of the files that are new since the last flush, relative to `lake/calls`
    public List<String> flush() throws IOException {
        List<Manifest.Entry> written = rows.finish();
        if (!written.isEmpty()) {
            files.exchange(List.of(), written);
        }
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

    /// Days of at least `filesMin` files that may be compacted.
    public List<LocalDate> fragmentedDays(int filesMin) {
        Map<String, Long> days = new LinkedHashMap<>();
        files.entries().stream()
                .filter(Manifest.Entry::sealed)
                .forEach(entry -> days.merge(entry.folder(), 1L, Long::sum));
        return days.entrySet().stream()
                .filter(day -> day.getValue() >= filesMin)
                .map(day -> LocalDate.parse(day.getKey().substring("day=".length())))
                .sorted()
                .toList();
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
        Compaction.mergeInto(files, folder, inputs, name(day));
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
