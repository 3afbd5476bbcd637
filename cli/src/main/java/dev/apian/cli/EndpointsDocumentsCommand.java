// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.TextTable;
import dev.apian.openapi.ApiDocument;
import dev.apian.server.documents.DocumentShelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian endpoints documents`.
@Command(
        name = "documents",
        description = {"The imported OpenAPI documents, oldest first.", ""})
final class EndpointsDocumentsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    EndpointsDocumentsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (DocumentShelf.Imported imported : DocumentShelf.of(data.path()).imported()) {
            ApiDocument document = imported.document();
            rows.add(List.of(
                    document.name(),
                    document.title(),
                    document.version(),
                    String.valueOf(document.operations().size()),
                    hosts(imported),
                    imported.who(),
                    imported.at().toString()));
        }
        TextTable.write(
                List.of("document", "title", "version", "operations", "hosts", "who", "at"), rows, terminal.out());
        return CommandLine.ExitCode.OK;
    }

    static String hosts(DocumentShelf.Imported imported) {
        return imported.hosts().isEmpty() ? "any host" : String.join(", ", imported.hosts());
    }
}
