// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Deletes what a cluster wrote, and nothing that others put beside it.
public final class Deletion {

    private Deletion() {}

    public static void of(Layout layout) throws IOException {
        for (Path one : layout.contents()) {
            delete(one);
        }
        try {
            Files.deleteIfExists(layout.root());
        } catch (DirectoryNotEmptyException e) {
            // Somebody keeps something of their own there.
            return;
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // Never made, or gone already.
            return;
        }
    }
}
