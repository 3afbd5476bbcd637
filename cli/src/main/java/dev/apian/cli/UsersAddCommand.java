// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.http.Role;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `apian users add`.
@Command(
        name = "add",
        description = {
            "Let somebody in. The password comes from the keyboard, or is the first line of standard input.",
            ""
        })
final class UsersAddCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private UsersOption users = new UsersOption();

    @Parameters(paramLabel = "NAME", description = "As they sign in.")
    private String name;

    @Option(names = "--role", paramLabel = "ROLE", description = "viewer, analyst or admin. Default: viewer.")
    private String role = Role.VIEWER.label();

    UsersAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        users.use(all -> {
            all.add(name, Role.of(role), users.password(terminal), Saying.now());
            terminal.err().println(name + " may sign in; from now on everybody has to");
        });
        return CommandLine.ExitCode.OK;
    }
}
