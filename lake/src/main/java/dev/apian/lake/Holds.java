// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What must not be deleted, in `holds.json` of a data directory. Any process may change it, also while a server
/// runs: each change takes a lock and replaces the file as a whole.
///
/// A file that cannot be read is an error, never no holds.
public record Holds(long lastId, List<Hold> all) {

    static final String NAME = "holds.json";

    private static final Holds NONE = new Holds(0, List.of());
    private static final JsonMapper JSON = new JsonMapper();

    public Holds {
        all = List.copyOf(all);
    }

    @JsonCreator
    static Holds of(@JsonProperty("lastId") long lastId, @JsonProperty("all") @Nullable List<Hold> all) {
        return new Holds(lastId, all == null ? List.of() : all);
    }

    public static Holds read(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(NAME);
        try {
            return JSON.readValue(Files.readAllBytes(file), Holds.class);
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (JacksonException e) {
            throw new IOException(
                    "%s: not a list of holds, so nothing is deleted; correct it or restore it from a backup"
                            .formatted(file),
                    e);
        }
    }

    /// Adds a hold, which counts from the next time that something is to be deleted.
    public static Hold add(
            Path dataDirectory,
            @Nullable String actor,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String because,
            Instant now)
            throws IOException {
        try (FileChannel channel = lockFile(dataDirectory);
                FileLock lock = channel.lock()) {
            Objects.requireNonNull(lock);
            Holds before = read(dataDirectory);
            Hold hold = new Hold(before.lastId + 1, actor, from, to, because, now);
            List<Hold> all = new ArrayList<>(before.all);
            all.add(hold);
            new Holds(hold.id(), all).write(dataDirectory);
            return hold;
        }
    }

    /// @return false if there is no such hold
    public static boolean release(Path dataDirectory, long id) throws IOException {
        try (FileChannel channel = lockFile(dataDirectory);
                FileLock lock = channel.lock()) {
            Objects.requireNonNull(lock);
            Holds before = read(dataDirectory);
            List<Hold> left =
                    before.all.stream().filter(hold -> hold.id() != id).toList();
            if (left.size() == before.all.size()) {
                return false;
            }
            new Holds(before.lastId, left).write(dataDirectory);
            return true;
        }
    }

    /// Whether everything of a day is held.
    boolean wholeDay(LocalDate day) {
        return all.stream().anyMatch(hold -> hold.actor() == null && hold.covers(day));
    }

    /// Whose calls of a day are held.
    Set<String> actors(LocalDate day) {
        return all.stream()
                .filter(hold -> hold.covers(day))
                .map(Hold::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static FileChannel lockFile(Path dataDirectory) throws IOException {
        return FileChannel.open(
                dataDirectory.resolve("." + NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void write(Path dataDirectory) throws IOException {
        Path aside = dataDirectory.resolve("." + NAME + ".tmp");
        Files.writeString(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        Manifest.sync(aside);
        Files.move(
                aside,
                dataDirectory.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Manifest.syncFolder(dataDirectory);
    }
}
