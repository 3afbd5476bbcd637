// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `--data`, the same for every command about endpoints.
final class DataOption {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "What analyze or serve wrote.")
    private Path data;

    Path path() {
        return data;
    }
}
