// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.Keeping;
import dev.apian.lake.Retention;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How much is kept, and how much of the disk is left free.
final class KeepOptions {

    private static final Pattern BYTES = Pattern.compile("(\\d{1,15})\\s*(|B|KB|MB|GB|TB)");

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description = "Delete calls that are older, but for those held (apian lake hold). Default: keep all.")
    private @Nullable Integer days;

    @Option(
            names = "--keep-bytes",
            paramLabel = "SIZE",
            description =
                    "Delete the oldest days of calls beyond that, such as 200GB, but for those held. Default: keep"
                            + " all.")
    private @Nullable String bytes;

    @Option(
            names = "--disk-reserve",
            defaultValue = "1GB",
            paramLabel = "SIZE",
            description = "Take no more calls in when the disk has less room than that. Default: ${DEFAULT-VALUE}.")
    private String reserve = "1GB";

    Keeping keeping(CommandSpec spec) {
        try {
            Retention retention = new Retention(days, bytes == null ? null : bytes("--keep-bytes", bytes, spec));
            return new Keeping(retention, bytes("--disk-reserve", reserve, spec));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--keep-days and --keep-bytes: " + String.valueOf(e.getMessage()));
        }
    }

    private static long bytes(String option, String text, CommandSpec spec) {
        Matcher size = BYTES.matcher(text.toUpperCase(Locale.ROOT).strip());
        if (!size.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "%s %s, expected a size such as 500MB or 200GB".formatted(option, text));
        }
        int thousands =
                "BKMGT".indexOf(size.group(2).isEmpty() ? 'B' : size.group(2).charAt(0));
        try {
            return Math.multiplyExact(Long.parseLong(size.group(1)), (long) Math.pow(1_000, thousands));
        } catch (ArithmeticException e) {
            throw new ParameterException(spec.commandLine(), "%s %s is more than any disk".formatted(option, text));
        }
    }
}
