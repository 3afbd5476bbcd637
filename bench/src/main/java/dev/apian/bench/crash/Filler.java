// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that fills a small disk to the last byte.
final class Filler implements AutoCloseable {

    /// A larger disk is somebody's, and is left alone.
    static final long DISK_BYTES_MAX = 2L << 30;

    private static final int BLOCK_BYTES = 64 << 10;

    private final Path file;

    private Filler(Path file) {
        this.file = file;
    }

    static boolean fits(Path folder) throws IOException {
        return Files.getFileStore(folder).getTotalSpace() <= DISK_BYTES_MAX;
    }

    /// Fills the disk, until it is closed.
    static Filler in(Path folder) throws IOException {
        Filler filler = new Filler(folder.resolve("filler"));
        try (OutputStream out = Files.newOutputStream(filler.file)) {
            byte[] block = new byte[BLOCK_BYTES];
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException e) {
            // That is what it is for.
            return filler;
        }
        return filler;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
