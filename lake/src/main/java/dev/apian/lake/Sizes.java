// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// What files of a list take on disk, without their small indexes.
final class Sizes {

    private Sizes() {}

    static long of(Path folder, List<Manifest.Entry> files) throws IOException {
        long bytes = 0;
        for (Manifest.Entry file : files) {
            bytes += of(folder, file);
        }
        return bytes;
    }

    static long of(Path folder, Manifest.Entry file) throws IOException {
        if (file.bytes() != Manifest.Entry.UNKNOWN) {
            return file.bytes();
        }
        try {
            return Files.size(folder.resolve(file.file()));
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
