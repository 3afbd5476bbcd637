// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;

/// Keeps the files of a lake few, sorted and whole, and lets old days go: one [#step] at a time, on a thread of
/// the caller's choice beside the one that writes.
///
/// A step that fails leaves the lake as it was; the next may succeed, so callers count failures and go on.
public final class LakeUpkeep {

    /// How long files that were replaced stay on disk for queries that still read them.
    public static final Duration GRACE = Duration.ofMinutes(5);

    private final Path folder;
    private final FileList files;
    private final Function<LocalDate, String> names;
    private final InstantSource clock;
    private final Infirmary infirmary;
    private final Set<String> paged = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;
    private final LongAdder filesMerged = new LongAdder();

    LakeUpkeep(Path folder, FileList files, Function<LocalDate, String> names, InstantSource clock) {
        this.folder = folder;
        this.files = files;
        this.names = names;
        this.clock = clock;
        this.infirmary = new Infirmary(folder, files);
    }

    /// Deletes what nobody reads any more, then merges the files that want it most.
    ///
    /// @return whether there was something to merge, so that another step may find more
    public boolean step() throws IOException {
        files.deleteRetired(clock.instant().minus(GRACE));
        Optional<List<Manifest.Entry>> inputs = CompactionPlan.next(files.entries(), this::isIndexed, this::isPaged);
        if (stopped || inputs.isEmpty()) {
            return false;
        }
        replace(inputs.get(), row -> true, files.manifest().deleted());
        return true;
    }

    /// Lets days go that are older than allowed, or too much, the oldest first; what is held stays.
    ///
    /// @param today the day that ages are counted from
    /// @return what was let go
    public Retained retain(Retention retention, Holds holds, LocalDate today) throws IOException {
        Retained retained = Retained.NOTHING;
        for (RetentionPlan.Day day : RetentionPlan.of(
                retention,
                holds,
                today,
                files.entries(),
                (file, actors) -> RetentionPlan.holdsOnly(folder, file, actors),
                file -> Sizes.of(folder, file))) {
            retained = retained.plus(letGo(day));
        }
        return retained;
    }

    /// Checks every file, and sets aside those that are damaged.
    ///
    /// @param thorough whether every byte is looked at, or only both ends
    /// @return how many were set aside
    public int inspect(boolean thorough) throws IOException {
        if (!thorough) {
            return infirmary.admit(clock.instant());
        }
        int found = 0;
        for (Manifest.Entry entry : files.entries()) {
            Path path = folder.resolve(entry.file());
            Optional<String> wrong = FileCheck.thorough(path, entry, folder.resolve(".check.spill"));
            if (wrong.isPresent() && infirmary.setAside(entry, wrong.get(), clock.instant())) {
                found++;
            }
        }
        return found;
    }

    /// Ends a merge that is under way; its inputs are kept.
    public void stop() {
        stopped = true;
    }

    /// Files that were merged into others since this was made.
    public long filesMerged() {
        return filesMerged.sum();
    }

    private boolean isIndexed(Manifest.Entry entry) {
        return Files.exists(ActorIndex.beside(folder.resolve(entry.file())));
    }

    /// What was found to be so stays so, and there may be thousands of files.
    private boolean isPaged(Manifest.Entry entry) {
        if (paged.contains(entry.file())) {
            return true;
        }
        try {
            OptionalInt rows = ActorIndex.pageRows(folder.resolve(entry.file()));
            if (rows.isPresent() && rows.getAsInt() <= Merge.PAGE_ROWS) {
                paged.add(entry.file());
                return true;
            }
            return false;
        } catch (IOException e) {
            return false; // written anew, which tells whether the disk works
        }
    }

    private Retained letGo(RetentionPlan.Day day) throws IOException {
        Manifest.Deleted before = files.manifest().deleted();
        long rows = day.files().stream().mapToLong(Manifest.Entry::rows).sum();
        long bytes = Sizes.of(folder, day.files());
        if (day.heldActors().isEmpty()) {
            Manifest.Deleted deleted = before.plus(day.files().size(), rows, bytes);
            files.supersede(day.files(), List.of(), deleted, clock.instant());
            return new Retained(1, day.files().size(), rows, bytes);
        }
        Optional<List<Manifest.Entry>> left = replace(
                day.files(), row -> row.actor() != null && day.heldActors().contains(row.actor()), before);
        if (left.isEmpty()) {
            return Retained.NOTHING;
        }
        List<Manifest.Entry> kept = left.get();
        long rowsKept = kept.stream().mapToLong(Manifest.Entry::rows).sum();
        long bytesKept = Sizes.of(folder, kept);
        Retained gone = new Retained(1, day.files().size(), rows - rowsKept, Math.max(0, bytes - bytesKept));
        files.count(gone.files(), gone.rows(), gone.bytes());
        return gone;
    }

    /// @return what is there instead; empty if an input was damaged and set aside, and the rest stays as it is
    private Optional<List<Manifest.Entry>> replace(
            List<Manifest.Entry> inputs, Predicate<CallRow> kept, Manifest.Deleted deleted) throws IOException {
        LocalDate day = LocalDate.parse(inputs.getFirst().folder().substring("day=".length()));
        try {
            Optional<Manifest.Entry> one = Compaction.merge(folder, inputs, names.apply(day), kept, () -> stopped);
            List<Manifest.Entry> come = one.stream().toList();
            files.supersede(inputs, come, deleted, clock.instant());
            filesMerged.add(inputs.size());
            return Optional.of(come);
        } catch (Compaction.DamagedInputException e) {
            infirmary.setAside(e.input(), String.valueOf(e.getMessage()), clock.instant());
            return Optional.empty();
        }
    }
}
