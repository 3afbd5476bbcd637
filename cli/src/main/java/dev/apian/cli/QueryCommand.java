// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static java.util.Objects.requireNonNull;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredAlert;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.ResultFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian query`.
@Command(
        name = "query",
        description = {
            "Ask the tables calls, actors, endpoints, entities, accesses, matrix, explained, processes, alerts and"
                    + " signals with read-only SQL, also while a server runs.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  apian query \"select severity, risk, title from alerts order by risk desc\" --data /tmp/data",
            "  apian query \"describe calls\" --data /tmp/data",
            "  apian query \"select * from calls limit 1000\" --data /tmp/data --format csv > calls.csv",
            "  apian query \"select title from alerts\" --lake /mnt/lake --catalogue jdbc:postgresql://db/apian"
        })
final class QueryCommand implements Callable<Integer> {

    /// Rows of a table that a person might look at; csv and json go on to the end.
    private static final long TABLE_ROWS_MAX = 10_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Parameters(
            paramLabel = "SQL",
            description = "One SELECT or another reading statement; - reads it from standard input.")
    private String sql;

    @Option(names = "--data", paramLabel = "DIR", description = "What analyze or serve wrote.")
    private @Nullable Path data;

    @Option(names = "--lake", paramLabel = "DIR", description = "Instead of --data: the lake of a cluster.")
    private @Nullable Path lake;

    @Option(
            names = "--catalogue",
            paramLabel = "URL",
            description =
                    "With --lake: jdbc:postgresql://... where the cluster keeps alerts. Without, those in the lake.")
    private @Nullable String catalogue;

    @Mixin
    private WrittenAs format = new WrittenAs();

    @Option(
            names = "--timeout",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "Give up after that. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(
            names = "--memory",
            defaultValue = "1024",
            paramLabel = "MB",
            description = "Beyond it, sorting and grouping use the disk. Default: ${DEFAULT-VALUE}.")
    private int memory;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        ResultFormat written = format.format(spec);
        String statement = sql.equals("-") ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8) : sql;
        try (Query query = open(limits(written));
                QueryResult result = query.run(statement)) {
            written.write(result, terminal.out());
            if (result.isCut()) {
                terminal.err().println(result.cutMessage());
            }
            query.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
        }
        return CommandLine.ExitCode.OK;
    }

    private Query open(QueryLimits limits) throws IOException {
        if ((data == null) == (lake == null) || (catalogue != null && lake == null)) {
            throw new ParameterException(
                    spec.commandLine(), "give either --data DIR, or --lake DIR and, for its alerts, --catalogue URL");
        }
        if (lake == null) {
            return Query.open(requireNonNull(data), limits);
        }
        if (catalogue == null) {
            return Query.open(lake, limits);
        }
        try (Catalogue alerts = Catalogue.openToRead(catalogue)) {
            return Query.open(
                    lake,
                    limits,
                    alerts.alerts().since(0).alerts().stream()
                            .map(StoredAlert::json)
                            .toList());
        }
    }

    private QueryLimits limits(ResultFormat written) {
        long rows = written == ResultFormat.TABLE ? TABLE_ROWS_MAX : Long.MAX_VALUE;
        try {
            return new QueryLimits(Duration.ofSeconds(timeout), memory, QueryLimits.DEFAULT.spillMb(), rows);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--timeout %d --memory %d: expected a timeout of 1 or more seconds and 64 or more MB"
                            .formatted(timeout, memory));
        }
    }
}
