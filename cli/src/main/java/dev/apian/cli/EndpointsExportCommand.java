// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.QueryException;
import dev.apian.openapi.ApiExport;
import dev.apian.server.documents.ListedEndpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `apian endpoints export`.
@Command(
        name = "export",
        description = {
            "Write what was learned as an OpenAPI 3.1 document. Its examples are made of types; no value that was"
                    + " ever sent is in it.",
            ""
        },
        footer = {"", "Example:", "  apian endpoints export --data /tmp/data --host api.example.com --out seen.json"})
final class EndpointsExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--host", defaultValue = "", paramLabel = "H", description = "Only of this host. Default: all.")
    private String host;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to. Default: standard output.")
    private @Nullable Path out;

    EndpointsExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        String document = ApiExport.of(ListedEndpoints.read(data.path()), host.toLowerCase(Locale.ROOT));
        if (out == null) {
            terminal.out().println(document);
        } else {
            Files.writeString(out, document + "\n");
        }
        return CommandLine.ExitCode.OK;
    }
}
