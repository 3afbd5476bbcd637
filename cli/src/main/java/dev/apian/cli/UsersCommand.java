// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian users`.
@Command(
        name = "users",
        description = {
            "Who may sign in, also while a server runs on the directory: for the first administrator, and for whoever"
                    + " has locked themselves out. All else is done in the console.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UsersListCommand.class,
            UsersAddCommand.class,
            UsersPasswordCommand.class,
            UsersRemoveCommand.class
        })
final class UsersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "no command given, expected one of " + commands);
    }
}
