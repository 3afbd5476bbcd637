// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.catalogue.Account;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian users list`.
@Command(
        name = "list",
        description = {"All users.", ""})
final class UsersListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private UsersOption users = new UsersOption();

    UsersListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        users.use(all -> {
            for (Account one : all.all()) {
                terminal.out()
                        .printf(
                                "%-30s %-8s %-9s %s%n",
                                one.name(),
                                one.role(),
                                one.password() == null ? "provider" : "password",
                                one.active() ? "" : "closed");
            }
        });
        return CommandLine.ExitCode.OK;
    }
}
