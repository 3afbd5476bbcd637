// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli.demo;

import dev.apian.engine.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The demonstration's data directory, emptied unless it is to be kept. Only what Apian made is ever deleted.
public final class DemoFolder {

    private static final String KEY = "apian.key";

    private DemoFolder() {}

    public static void prepare(Path folder, boolean keep) throws IOException {
        if (keep || !Files.exists(folder)) {
            return;
        }
        List<Path> contents;
        try (Stream<Path> files = Files.walk(folder)) {
            contents = files.sorted(Comparator.reverseOrder()).toList();
        }
        if (contents.size() > 1 && !Files.exists(folder.resolve(KEY))) {
            throw new IOException(folder + " is not empty and no data directory of apian; choose another with --data");
        }
        if (Files.exists(folder.resolve(KEY))) {
            Installation.open(folder).close(); // refuses if another process uses it
        }
        for (Path file : contents) {
            Files.delete(file);
        }
    }
}
