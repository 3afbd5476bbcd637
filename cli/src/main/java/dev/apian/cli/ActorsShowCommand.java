// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.lake.ResultFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian actors show`.
@Command(
        name = "show",
        description = {"One actor: its facets with their proofs, networks and devices.", ""},
        footer = {"", "Example:", "  apian actors show maria@shop.example --data /tmp/data"})
final class ActorsShowCommand implements Callable<Integer> {

    private static final String ONE = """
            SELECT actor, name, kind, tenant, application, roles, calls, first_seen, last_seen
            FROM actors WHERE actor = ?
            """;

    private static final String FACETS = """
            SELECT f."type" AS facet, f."value" AS "value", f.because AS because, f.confidence AS confidence,
                   f."class" AS "class", f.first_seen AS first_seen, f.last_seen AS last_seen, f.expires AS expires
            FROM (SELECT unnest(facets) AS f FROM actors WHERE actor = ?)
            ORDER BY confidence DESC, first_seen, "value"
            """;

    private static final String SIDES = """
            SELECT %1$s AS %2$s, count(*) AS calls, min(time) AS first_seen, max(time) AS last_seen
            FROM calls WHERE actor = ? AND %3$s IS NOT NULL GROUP BY 1 ORDER BY calls DESC, 1 LIMIT 20
            """;

    private static final String NETWORKS = SIDES.formatted("concat_ws(' ', 'AS' || asn, country)", "network", "asn");
    private static final String DEVICES = SIDES.formatted("device", "device", "device");

    /// The whole row at once, for programs.
    private static final String AS_JSON = """
            SELECT a.*,
                   (SELECT list(n) FROM (%s) n) AS networks,
                   (SELECT list(d) FROM (%s) d) AS devices
            FROM actors a WHERE a.actor = ?
            """.formatted(NETWORKS, DEVICES);

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "ACTOR", description = "Id or name, as list shows them.")
    private String actor;

    @Mixin
    private TableOrJson format = new TableOrJson();

    ActorsShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        boolean isJson = format.isJson(spec);
        try (Query query = Query.open(data.path(), QueryLimits.DEFAULT)) {
            String id = idOf(query);
            if (isJson) {
                write(query, ResultFormat.JSON, AS_JSON, id, id, id);
            } else {
                for (String part : List.of(ONE, FACETS, NETWORKS, DEVICES)) {
                    write(query, ResultFormat.TABLE, part, id);
                    terminal.out().println();
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private String idOf(Query query) throws IOException, QueryException {
        List<String> ids = new ArrayList<>();
        String sql = "SELECT actor FROM actors WHERE actor = ? OR name = ? ORDER BY calls DESC, actor";
        try (QueryResult result = query.prepared(sql, List.of(actor, actor))) {
            while (result.next()) {
                ids.add(String.valueOf(result.get(0)));
            }
        }
        if (ids.isEmpty()) {
            throw new IOException(
                    "there is no actor %s; apian actors list --search finds those there are".formatted(actor));
        }
        if (ids.size() > 1 && !ids.contains(actor)) {
            throw new IOException(
                    "%d actors are called %s; give one of their ids: %s".formatted(ids.size(), actor, ids));
        }
        return ids.contains(actor) ? actor : ids.getFirst();
    }

    private void write(Query query, ResultFormat written, String sql, String... ids)
            throws IOException, QueryException {
        try (QueryResult result = query.prepared(sql, List.of(ids))) {
            written.write(result, terminal.out());
        }
    }
}
