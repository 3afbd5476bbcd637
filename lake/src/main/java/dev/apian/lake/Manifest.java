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
/// @param files  in no particular order, names relative to the folder of the list
/// @param merged files whose rows were merged into others, the latest last, so that nobody publishes them again
record Manifest(List<Entry> files, List<String> merged) {

    static final String NAME = "files.json";
    static final Manifest EMPTY = new Manifest(List.of(), List.of());

    private static final ObjectMapper JSON = new JsonMapper();

    /// One file.
    ///
    /// @param sealed true once a checkpoint covers it, so that no restart can take it back
    record Entry(String file, long rows, boolean sealed) {

        Entry {
            if (file.startsWith("/") || file.contains("..")) {
                throw new IllegalArgumentException("file=%s leaves its folder; restore %s".formatted(file, NAME));
            }
        }

        /// The first folder of the name, which is the partition.
        String folder() {
            int slash = file.indexOf('/');
            return slash < 0 ? "" : file.substring(0, slash);
        }
    }

    Manifest {
        files = List.copyOf(files);
        merged = List.copyOf(merged);
    }

    /// Lists written before there was a cluster tell nothing about merged files.
    @JsonCreator
    static Manifest of(
            @JsonProperty("files") List<Entry> files, @JsonProperty("merged") @Nullable List<String> merged) {
        return new Manifest(files, merged == null ? List.of() : merged);
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
