// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.Corrections;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `apian actors undo`.
@Command(
        name = "undo",
        description = {"Take a correction of identity back.", ""})
final class ActorsUndoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NUMBER", description = "Its number, as corrections shows it.")
    private long number;

    ActorsUndoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Corrections.open(data.path()).removeRuling(number)) {
            throw new IOException(
                    "there is no correction of identity %d; apian actors corrections shows those there are"
                            .formatted(number));
        }
        terminal.err().printf("correction %d is taken back%n", number);
        return CommandLine.ExitCode.OK;
    }
}
