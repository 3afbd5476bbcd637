// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.ProcessMap;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.ResultFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
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

/// `apian processes`.
@Command(
        name = "processes",
        description = {
            "What usually follows what for the things of each type: endpoints, how often one followed the other, and"
                    + " after how long. An empty end is the first or the last call seen of a thing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  apian processes --data /tmp/data",
            "  apian processes order --data /tmp/data --format dot | dot -Tsvg > order.svg"
        })
final class ProcessesCommand implements Callable<Integer> {

    private static final String SQL = """
            SELECT entity_type, from_endpoint, to_endpoint, entities, times, median_seconds, p90_seconds
            FROM processes WHERE ?::VARCHAR IS NULL OR entity_type = ?
            ORDER BY entity_type, times DESC, from_endpoint NULLS FIRST, to_endpoint NULLS LAST
            """;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Parameters(arity = "0..1", paramLabel = "TYPE", description = "Only of this type of entities. Default: all.")
    private @Nullable String type;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "table, json, or dot: the map of one TYPE for Graphviz. Default: ${DEFAULT-VALUE}.")
    private String format;

    ProcessesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        ResultFormat written = written();
        try (Query query = Query.open(data.path(), QueryLimits.DEFAULT);
                QueryResult result = query.prepared(SQL, Arrays.asList(type, type))) {
            if (written != null) {
                written.write(result, terminal.out());
            } else if (type != null) {
                terminal.out().print(drawn(type, result));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static String drawn(String type, QueryResult result) throws IOException, QueryException {
        ProcessMap map = ProcessMap.of(type, result);
        if (map.edges().isEmpty()) {
            throw new IOException("no served call names a thing of type %s; apian processes without a type lists all"
                    .formatted(type));
        }
        return map.dot();
    }

    /// Null for `dot`, which is no format of tables.
    private @Nullable ResultFormat written() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "table" -> ResultFormat.TABLE;
            case "json" -> ResultFormat.JSON;
            case "dot" -> {
                if (type == null) {
                    throw new ParameterException(
                            spec.commandLine(), "--format dot draws one type; name it: apian processes order ...");
                }
                yield null;
            }
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--format " + format + " is unknown, expected table, json or dot");
        };
    }
}
