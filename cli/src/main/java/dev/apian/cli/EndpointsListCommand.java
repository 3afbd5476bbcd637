// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.ResultFormat;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian endpoints list`.
@Command(
        name = "list",
        description = {"The inventory, the busiest endpoints first.", ""})
final class EndpointsListCommand implements Callable<Integer> {

    private static final List<String> POSTURES = List.of("required", "mixed", "open", "unknown");

    /// Each condition is asked only if there is a value.
    private static final String SQL = """
            SELECT endpoint, host, calls, actors, posture, sensitivity, labels, data, first_seen, last_seen
            FROM endpoints
            WHERE (? = '' OR host = ?) AND (? = '' OR contains(lower(endpoint), ?)) AND (? = '' OR posture = ?)
            ORDER BY calls DESC, endpoint, host
            """;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--host", defaultValue = "", paramLabel = "H", description = "Only of this host.")
    private String host;

    @Option(names = "--search", defaultValue = "", paramLabel = "S", description = "Only with this text in it.")
    private String search;

    @Option(
            names = "--posture",
            defaultValue = "",
            paramLabel = "P",
            description = "Only where callers are let in so: required (with a credential), mixed, open or unknown.")
    private String posture;

    @Mixin
    private TableOrJson format = new TableOrJson();

    EndpointsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        ResultFormat written = format.isJson(spec) ? ResultFormat.JSON : ResultFormat.TABLE;
        String let = posture.toLowerCase(Locale.ROOT);
        if (!let.isEmpty() && !POSTURES.contains(let)) {
            throw new ParameterException(
                    spec.commandLine(), "--posture %s is unknown, expected one of %s".formatted(posture, POSTURES));
        }
        String text = search.toLowerCase(Locale.ROOT);
        String at = host.toLowerCase(Locale.ROOT);
        try (Query query = Query.open(data.path(), QueryLimits.DEFAULT);
                QueryResult result = query.prepared(SQL, List.of(at, at, text, text, let, let))) {
            written.write(result, terminal.out());
        }
        return CommandLine.ExitCode.OK;
    }
}
