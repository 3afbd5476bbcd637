// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The list of the files that make up a table, replaced as a whole: what is in it exists, what is not does not.
///
/// Renaming one file is atomic, renaming several is not, and a compaction exchanges several for one. So
/// readers take their files from this list and see either the old ones or the new one; a crash in between
/// leaves files that no list names, which the next writer removes. The list is itself a small file,
/// `files.json`, written aside and renamed.
///
/// @param files   in no particular order, names relative to the folder of the list
/// @param merged  files whose rows were merged into others, the latest last, so that nobody publishes them again
/// @param damaged files that were set aside, the latest last
/// @param deleted what was let go because it was old or too much
record Manifest(List<Entry> files, List<String> merged, List<Damaged> damaged, Deleted deleted) {

    static final String NAME = "files.json";
    static final Manifest EMPTY = new Manifest(List.of(), List.of());

    private static final ObjectMapper JSON = new JsonMapper();

    /// One file.
    ///
    /// @param sealed   true once a checkpoint covers it, so that no restart can take it back
    /// @param bytes    its length, [#UNKNOWN] in lists of before lengths were kept
    /// @param checksum of its bytes, as [Checksum] has it; empty in lists of before checksums were kept
    record Entry(String file, long rows, boolean sealed, long bytes, String checksum) {

        static final long UNKNOWN = -1;

        Entry {
            if (file.startsWith("/") || file.contains("..")) {
                throw new IllegalArgumentException("file=%s leaves its folder; restore %s".formatted(file, NAME));
            }
        }

        /// A file of which only the number of rows is known.
        Entry(String file, long rows, boolean sealed) {
            this(file, rows, sealed, UNKNOWN, "");
        }

        @JsonCreator
        static Entry of(
                @JsonProperty("file") String file,
                @JsonProperty("rows") long rows,
                @JsonProperty("sealed") boolean sealed,
                @JsonProperty("bytes") @Nullable Long bytes,
                @JsonProperty("checksum") @Nullable String checksum) {
            return new Entry(file, rows, sealed, bytes == null ? UNKNOWN : bytes, checksum == null ? "" : checksum);
        }

        /// A finished file, measured where it lies.
        static Entry measured(String file, long rows, boolean sealed, Path where) throws IOException {
            return new Entry(file, rows, sealed, Files.size(where), Checksum.of(where));
        }

        Entry asSealed() {
            return new Entry(file, rows, true, bytes, checksum);
        }

        /// The first folder of the name, which is the partition.
        String folder() {
            int slash = file.indexOf('/');
            return slash < 0 ? "" : file.substring(0, slash);
        }
    }

    /// A file that was set aside, as it was listed.
    ///
    /// @param why  what is wrong with it, in words
    /// @param when it was found, RFC 3339
    record Damaged(String file, long rows, long bytes, String why, String when) {}

    /// Sums over all files that retention deleted.
    record Deleted(long files, long rows, long bytes) {

        static final Deleted NOTHING = new Deleted(0, 0, 0);

        Deleted plus(long moreFiles, long moreRows, long moreBytes) {
            return new Deleted(files + moreFiles, rows + moreRows, bytes + moreBytes);
        }
    }

    Manifest {
        files = List.copyOf(files);
        merged = List.copyOf(merged);
        damaged = List.copyOf(damaged);
    }

    Manifest(List<Entry> files, List<String> merged) {
        this(files, merged, List.of(), Deleted.NOTHING);
    }

    /// Earlier lists tell less.
    @JsonCreator
    static Manifest of(
            @JsonProperty("files") List<Entry> files,
            @JsonProperty("merged") @Nullable List<String> merged,
            @JsonProperty("damaged") @Nullable List<Damaged> damaged,
            @JsonProperty("deleted") @Nullable Deleted deleted) {
        return new Manifest(
                files,
                merged == null ? List.of() : merged,
                damaged == null ? List.of() : damaged,
                deleted == null ? Deleted.NOTHING : deleted);
    }

    Manifest withFiles(List<Entry> other) {
        return new Manifest(other, merged, damaged, deleted);
    }

    Manifest withMerged(List<String> other) {
        return new Manifest(files, other, damaged, deleted);
    }

    Manifest withDamaged(List<Damaged> other) {
        return new Manifest(files, merged, other, deleted);
    }

    Manifest withDeleted(Deleted other) {
        return new Manifest(files, merged, damaged, other);
    }

    /// The list in a folder, or an empty one where nothing was written yet.
    static Manifest read(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        try {
            return JSON.readValue(Files.readAllBytes(path), Manifest.class);
        } catch (NoSuchFileException e) {
            return EMPTY;
        } catch (JacksonException e) {
            throw new IOException("%s: not a list of files; restore it from a backup".formatted(path), e);
        }
    }

    /// Replaces the list on stable storage: after a crash it is the old one or this one.
    void write(Path folder) throws IOException {
        Path aside = folder.resolve("." + NAME + ".tmp");
        Files.write(aside, JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
        sync(aside);
        Files.move(aside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folder);
    }

    boolean names(String file) {
        return files.stream().anyMatch(entry -> entry.file().equals(file));
    }

    List<Path> paths(Path folder) {
        return files.stream()
                .map(Entry::file)
                .sorted(Comparator.naturalOrder())
                .map(folder::resolve)
                .toList();
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Makes renames in a folder durable.
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
