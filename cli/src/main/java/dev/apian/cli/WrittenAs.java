// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.ResultFormat;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--format table`, `csv` or `json`.
final class WrittenAs {

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
    private String format;

    ResultFormat format(CommandSpec spec) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "table" -> ResultFormat.TABLE;
            case "csv" -> ResultFormat.CSV;
            case "json" -> ResultFormat.JSON;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--format " + format + " is unknown, expected table, csv or json");
        };
    }
}
