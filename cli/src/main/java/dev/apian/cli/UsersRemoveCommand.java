// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `apian users remove`.
@Command(
        name = "remove",
        description = {"Remove a user.", ""})
final class UsersRemoveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private UsersOption users = new UsersOption();

    @Parameters(paramLabel = "NAME", description = "Whom.")
    private String name;

    UsersRemoveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        users.use(all -> {
            all.remove(name);
            terminal.err().println("removed");
        });
        return CommandLine.ExitCode.OK;
    }
}
