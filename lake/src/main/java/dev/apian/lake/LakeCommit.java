// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The only one that publishes what several [LakeWriter]s prepared: a commit is one replacement of a
/// [Manifest] for `calls`, and one for the small tables.
///
/// Safe to repeat: after a failure the same files may be committed again, or only some of them, also when a
/// compaction has merged them away meanwhile. Two processes cannot publish at the same time; a committer that
/// was replaced may take a moment to end, and is waited for. For several threads.
public final class LakeCommit implements AutoCloseable {

    /// How long the committer before may take to end.
    public static final Duration LOCK_WAIT_MAX = Duration.ofSeconds(30);

    private static final String WHAT_TO_DO =
            "end the other job or server, or give this one a lake of its own; a lake has one committer";

    private final Path callFolder;
    private final WriterLock lock;
    private final FileList calls;
    private final Snapshot tables;
    private long sequence;

    private LakeCommit(Path lake, WriterLock lock) throws IOException {
        this.callFolder = CallLake.folder(lake);
        this.lock = lock;
        this.calls = FileList.open(callFolder);
        this.tables = Snapshot.open(lake);
        this.sequence = calls.lastSequence();
    }

    /// Opens a lake for publishing, and creates it where there is none.
    public static LakeCommit open(Path lake) throws IOException {
        return open(lake, LOCK_WAIT_MAX);
    }

    static LakeCommit open(Path lake, Duration wait) throws IOException {
        WriterLock lock = WriterLock.acquire(CallLake.folder(lake), wait, WHAT_TO_DO);
        try {
            return new LakeCommit(lake, lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /// Publishes all of them at once. What is published already stays as it is: a repeated commit after a
    /// failure changes nothing.
    public synchronized void commit(Collection<LakeFile> files) throws IOException {
        List<Manifest.Entry> ofCalls = new ArrayList<>();
        List<Manifest.Entry> ofTables = new ArrayList<>();
        for (LakeFile file : files) {
            (file.table() == Table.CALLS ? ofCalls : ofTables).add(file.entry());
        }
        tables.publish(ofTables);
        calls.publish(ofCalls);
    }

    /// Replaces a small table (`endpoints`, `alerts`) as a whole.
    public void replace(Table table, Iterable<?> rows) throws IOException {
        tables.replace(table, rows);
    }

    /// Joins small files of days that have more than `filesPerDayMax`, and the change files of small tables.
    ///
    /// @return the number of files merged
    public synchronized int compact(int filesPerDayMax) throws IOException {
        Map<String, List<Manifest.Entry>> days = new TreeMap<>();
        calls.entries()
                .forEach(entry -> days.computeIfAbsent(entry.folder(), any -> new ArrayList<>())
                        .add(entry));
        int merged = 0;
        for (Map.Entry<String, List<Manifest.Entry>> day : days.entrySet()) {
            if (day.getValue().size() > Math.max(1, filesPerDayMax)) {
                String name =
                        DayFiles.name(LocalDate.parse(day.getKey().substring("day=".length())), "merged-", ++sequence);
                Optional<Manifest.Entry> one =
                        Compaction.merge(callFolder, day.getValue(), name, row -> true, () -> false);
                if (one.isPresent()) {
                    calls.merge(day.getValue(), one.get());
                    merged += day.getValue().size();
                }
            }
        }
        return merged + tables.compact(Table.SIGNALS, filesPerDayMax) + tables.compact(Table.ACTORS, filesPerDayMax);
    }

    /// Deletes files that no manifest names and that are older than `age`: leftovers of failed attempts. The
    /// age must be longer than any prepared file waits for its commit.
    ///
    /// @return how many
    public synchronized int removeOrphans(Duration age) throws IOException {
        Instant before = Instant.now().minus(age);
        return calls.removeOrphans(before) + tables.files().removeOrphans(before);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
