// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.source.FollowSettings;
import dev.apian.engine.source.Follower;
import dev.apian.engine.source.Inputs;
import dev.apian.server.Ingest;
import dev.apian.server.live.Following;
import dev.apian.stage.call.Format;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options of a server that reads files as they grow.
final class FollowOptions {

    @Option(
            names = "--follow",
            paramLabel = "PATH",
            description =
                    "Read files, and go on reading what is appended to them: a file, a folder with all files in it,"
                            + " a pattern in quotes, or - for standard input. May be given several times.")
    private List<String> paths = List.of();

    @Option(
            names = "--follow-format",
            defaultValue = "auto",
            paramLabel = "FORMAT",
            description = "Format of the files to follow, as for analyze. Default: ${DEFAULT-VALUE}.")
    private String format = Format.AUTO.label();

    boolean isWanted() {
        return !paths.isEmpty();
    }

    /// Says all that is wrong with them.
    void check(CommandSpec spec) {
        String problems = Follower.problems(paths).stream().collect(Collectors.joining("; "));
        if (Format.byName(format).isEmpty()) {
            String known = Arrays.stream(Format.values()).map(Format::label).collect(Collectors.joining(", "));
            problems += (problems.isEmpty() ? "" : "; ") + "--follow-format " + format + " is unknown, expected one of "
                    + known;
        }
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), problems);
        }
    }

    Following start(Ingest ingest, Terminal terminal) {
        Format known = Format.byName(format).orElse(Format.AUTO);
        FollowSettings settings = new FollowSettings(
                paths.stream().filter(path -> !isStandardInput(path)).toList(),
                known.reader(ingest.settings()),
                known == Format.AUTO,
                ingest.settings().limits().recordBytes(),
                FollowSettings.POLL,
                FollowSettings.LAST_LINE,
                FollowSettings.GONE);
        @Nullable InputStream input = paths.stream().anyMatch(FollowOptions::isStandardInput) ? terminal.in() : null;
        return Following.start(ingest.engine(), settings, input, InstantSource.system(), message -> {
            terminal.err().println(message);
            terminal.err().flush();
        });
    }

    private static boolean isStandardInput(String path) {
        return path.equals(Inputs.STANDARD_INPUT);
    }
}
