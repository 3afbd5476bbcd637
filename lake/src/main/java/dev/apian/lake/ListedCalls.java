// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of `calls` that are listed now, for readers that ask often: the list is read again only when it
/// was replaced.
final class ListedCalls {

    private final Path folder;
    private State state = new State(null, "", List.of());

    ListedCalls(Path folder) {
        this.folder = folder;
    }

    record DayFile(LocalDate day, Path path) {}

    /// @param key what the file system calls the list, which is another file each time
    private record State(@Nullable Object key, String modified, List<DayFile> files) {}

    synchronized List<DayFile> files() throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(folder.resolve(Manifest.NAME), BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        String modified = now.lastModifiedTime() + " " + now.size();
        if (now.fileKey() == null || !now.fileKey().equals(state.key) || !modified.equals(state.modified)) {
            List<DayFile> files = Manifest.read(folder).files().stream()
                    .map(entry -> new DayFile(
                            LocalDate.parse(entry.folder().substring("day=".length())), folder.resolve(entry.file())))
                    .toList();
            state = new State(now.fileKey(), modified, files);
        }
        return state.files;
    }
}
