// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `apian users password`.
@Command(
        name = "password",
        description = {"Set a password, which ends all sessions of the user.", ""})
final class UsersPasswordCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private UsersOption users = new UsersOption();

    @Parameters(paramLabel = "NAME", description = "Whose.")
    private String name;

    UsersPasswordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        users.use(all -> {
            all.setPassword(name, users.password(terminal));
            terminal.err().println("set");
        });
        return CommandLine.ExitCode.OK;
    }
}
