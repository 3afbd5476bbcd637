// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.ResultFormat;
import dev.apian.stage.identity.Actor;
import java.io.IOException;
import java.util.Arrays;
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

/// `apian actors list`.
@Command(
        name = "list",
        description = {"Who calls, the busiest first.", ""})
final class ActorsListCommand implements Callable<Integer> {

    private static final List<String> KINDS =
            Arrays.stream(Actor.Kind.values()).map(Actor.Kind::label).toList();

    /// Each condition is asked only if there is a value.
    private static final String SQL = """
            SELECT actor, name, kind, tenant, roles, calls, len(facets) AS facets, first_seen, last_seen
            FROM actors
            WHERE (? = '' OR contains(lower(name), ?) OR contains(actor, ?)) AND (? = '' OR kind = ?)
            ORDER BY calls DESC, actor
            """;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--search", defaultValue = "", paramLabel = "S", description = "Only with this in name or id.")
    private String search;

    @Option(
            names = "--kind",
            defaultValue = "",
            paramLabel = "K",
            description = "Only of this kind: user, service, application or anonymous.")
    private String kind;

    @Mixin
    private TableOrJson format = new TableOrJson();

    ActorsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        ResultFormat written = format.isJson(spec) ? ResultFormat.JSON : ResultFormat.TABLE;
        String one = kind.toLowerCase(Locale.ROOT);
        if (!one.isEmpty() && !KINDS.contains(one)) {
            throw new ParameterException(
                    spec.commandLine(), "--kind %s is unknown, expected one of %s".formatted(kind, KINDS));
        }
        String text = search.toLowerCase(Locale.ROOT);
        try (Query query = Query.open(data.path(), QueryLimits.DEFAULT);
                QueryResult result = query.prepared(SQL, List.of(text, text, text, one, one))) {
            written.write(result, terminal.out());
        }
        return CommandLine.ExitCode.OK;
    }
}
