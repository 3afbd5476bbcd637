// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--format table` or `json`.
final class TableOrJson {

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "table or json. Default: ${DEFAULT-VALUE}.")
    private String format;

    boolean isJson(CommandSpec spec) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "table" -> false;
            case "json" -> true;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--format " + format + " is unknown, expected table or json");
        };
    }
}
