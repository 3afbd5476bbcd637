// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import picocli.CommandLine.Option;

/// `--help`, the same for every command.
final class HelpOption {

    @SuppressWarnings("unused") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;
}
