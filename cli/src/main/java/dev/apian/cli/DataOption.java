// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `--data`, the same for every command about endpoints.
final class DataOption {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "What analyze or serve wrote.")
    private Path data;

    Path path() {
        return data;
    }

    /// For commands that would else tell of an empty lake where there is none.
    void requireThere() throws IOException {
        if (!Files.isDirectory(data)) {
            throw new IOException(data + ": no such data directory; run serve or analyze first, or correct --data");
        }
    }
}
