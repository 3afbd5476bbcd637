// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.documents.DocumentShelf;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian endpoints remove-document`.
@Command(
        name = "remove-document",
        description = {"Forget an imported document and its routes.", ""})
final class EndpointsRemoveDocumentCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", description = "Its name, as documents shows it.")
    private String name;

    EndpointsRemoveDocumentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (!DocumentShelf.of(data.path()).remove(name)) {
                throw new IOException(
                        "there is no document %s; apian endpoints documents shows those there are".formatted(name));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        terminal.err().printf("document %s is removed%n", name);
        return CommandLine.ExitCode.OK;
    }
}
