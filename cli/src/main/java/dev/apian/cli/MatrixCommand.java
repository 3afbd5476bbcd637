// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.MatrixDiff;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.ResultFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian matrix`.
@Command(
        name = "matrix",
        description = {
            "Who does what to whose things, by week: calls of each actor by endpoint, type of entity and whose it was.",
            ""
        },
        subcommands = MatrixDiffCommand.class,
        footer = {
            "",
            "Examples:",
            "  apian matrix --data /tmp/data --week 2026-03-02",
            "  apian matrix --data /tmp/data --actor a-1x2y --format csv",
            "  apian matrix diff --data /tmp/data"
        })
final class MatrixCommand implements Callable<Integer> {

    private static final String SQL = """
            SELECT week, "name", actor, endpoint, host, entity_type, whose, calls, refused, entities, first_seen,
                   last_seen
            FROM matrix
            WHERE (?::VARCHAR IS NULL OR actor = ? OR "name" = ?) AND (?::VARCHAR IS NULL OR week = ?::DATE)
            ORDER BY week DESC, calls DESC, actor, endpoint, host, entity_type, whose
            """;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    /// Not required, as `matrix diff` has its own.
    @Option(names = "--data", paramLabel = "DIR", description = "What analyze or serve wrote.")
    private @Nullable Path data;

    @Option(names = "--actor", paramLabel = "A", description = "Only of this actor: its id or its name.")
    private @Nullable String actor;

    @Option(names = "--week", paramLabel = "DAY", description = "Only the week of this day, in UTC. Default: all.")
    private @Nullable LocalDate week;

    @Mixin
    private WrittenAs format = new WrittenAs();

    MatrixCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        ResultFormat written = format.format(spec);
        if (data == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--data=DIR'");
        }
        String monday = week == null ? null : MatrixDiff.mondayOf(week).toString();
        try (Query query = Query.open(data, QueryLimits.DEFAULT);
                QueryResult result = query.prepared(SQL, Arrays.asList(actor, actor, actor, monday, monday))) {
            written.write(result, terminal.out());
            if (result.isCut()) {
                terminal.err().println(result.cutMessage());
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
