// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.flink;

import dev.apian.cluster.machine.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The savepoints and checkpoints on disk, from which a job can go on.
///
/// @param layout where they are
public record Resting(Layout layout) {

    /// The file that makes one complete; Flink writes it last.
    private static final String COMPLETE = "_metadata";

    private static final int DEPTH_MAX = 3;

    /// The one that was completed last.
    public Optional<Path> latest() throws IOException {
        return Stream.concat(in(layout.savepoints()), in(layout.checkpoints()))
                .max(Comparator.comparing(Resting::completed))
                .map(Path::getParent);
    }

    private static Stream<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder, DEPTH_MAX)) {
            return all.filter(file -> file.endsWith(COMPLETE)).toList().stream();
        }
    }

    private static FileTime completed(Path metadata) {
        try {
            return Files.getLastModifiedTime(metadata);
        } catch (IOException e) {
            // Flink deletes old ones while we look.
            return FileTime.fromMillis(0);
        }
    }
}
