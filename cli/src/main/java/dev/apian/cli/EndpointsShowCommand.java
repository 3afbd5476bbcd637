// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.QueryException;
import dev.apian.lake.row.ListedJson;
import dev.apian.server.documents.ListedEndpoints;
import dev.apian.stage.endpoint.Listed;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// `apian endpoints show`.
@Command(
        name = "show",
        description = {"What was seen of one endpoint, and why its template is what it is.", ""},
        footer = {"", "Example:", "  apian endpoints show \"GET /v1/orders/{orderId}\" --data /tmp/data"})
final class EndpointsShowCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "ENDPOINT", description = "Method and template, as list shows them.")
    private String endpoint;

    @Option(names = "--host", paramLabel = "H", description = "Only of this host.")
    private @Nullable String host;

    @Mixin
    private TableOrJson format = new TableOrJson();

    EndpointsShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        boolean isJson = format.isJson(spec);
        List<Listed> found = ListedEndpoints.read(data.path()).stream()
                .filter(line -> line.endpoint().toString().equals(endpoint))
                .filter(line -> host == null || line.endpoint().host().equals(host))
                .toList();
        if (found.isEmpty()) {
            throw new IOException("there is no endpoint %s%s; apian endpoints list --search finds those there are"
                    .formatted(endpoint, host == null ? "" : " on " + host));
        }
        if (isJson) {
            ArrayNode all = JSON.createArrayNode();
            found.forEach(line -> all.add(ListedJson.of(line)));
            terminal.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } else {
            for (Listed line : found) {
                new ListedText(line).write(terminal.out());
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
