// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Command;

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
final class UsersCommand extends CommandGroup {}
