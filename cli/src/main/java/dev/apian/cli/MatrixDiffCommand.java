// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.MatrixDiff;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.ResultFormat;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian matrix diff`.
@Command(
        name = "diff",
        description = {
            "What somebody began to do, or ceased to, from one week to another: rows of the matrix that are new, gone,"
                    + " or of more or fewer calls by more than a factor. New ones first.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  apian matrix diff --data /tmp/data",
            "  apian matrix diff --data /tmp/data --from 2026-03-02 --to 2026-03-09 --factor 5 --format csv"
        })
final class MatrixDiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The week before, by any of its days in UTC. Default: the last whole week but one.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The week after, likewise. Default: the last whole week, together with --from.")
    private @Nullable LocalDate to;

    @Option(
            names = "--factor",
            defaultValue = "" + MatrixDiff.FACTOR_USUAL,
            paramLabel = "N",
            description = {
                "By how much calls must have changed; rows below " + MatrixDiff.CALLS_MIN
                        + " calls in both weeks have not." + " Default: ${DEFAULT-VALUE}."
            })
    private double factor;

    @Mixin
    private WrittenAs format = new WrittenAs();

    MatrixDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        ResultFormat written = format.format(spec);
        try (Query query = Query.open(data.path(), QueryLimits.DEFAULT)) {
            MatrixDiff diff = diff(query);
            try (QueryResult result = query.run(diff.sql() + MatrixDiff.ORDER)) {
                written.write(result, terminal.out());
                terminal.err().printf("from the week of %s to that of %s%n", diff.from(), diff.to());
                if (result.isCut()) {
                    terminal.err().println(result.cutMessage());
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private MatrixDiff diff(Query query) throws IOException, QueryException {
        if ((from == null) != (to == null)) {
            throw new ParameterException(spec.commandLine(), "--from and --to go together; give both or none");
        }
        try {
            return from == null || to == null
                    ? MatrixDiff.ofLastWeeks(lastCall(query), factor)
                    : new MatrixDiff(from, to, factor);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private static Instant lastCall(Query query) throws IOException, QueryException {
        try (QueryResult last = query.run("SELECT max(time) FROM calls")) {
            return last.next() && last.get(0) instanceof Instant time ? time : Instant.EPOCH;
        }
    }
}
