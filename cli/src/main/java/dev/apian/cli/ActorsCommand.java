// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Command;

/// `apian actors`: who calls, by which facets, and what people say about that.
@Command(
        name = "actors",
        description = {
            "Who calls, with the facets that make one actor and the proof of each; say which facets belong together and"
                    + " which do not.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        // One line for each command.
        subcommands = {
            ActorsListCommand.class,
            ActorsShowCommand.class,
            ActorsLinkCommand.class,
            ActorsUnlinkCommand.class,
            ActorsJoinCommand.class,
            ActorsNameCommand.class,
            ActorsCorrectionsCommand.class,
            ActorsUndoCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  apian actors list --data /tmp/data --search maria",
            "  apian actors show maria@shop.example --data /tmp/data",
            "  apian actors unlink api_key 51ab0c77d2 a-00k2f9x1m3q7z --data /tmp/data",
            "  apian actors join a-00k2f9x1m3q7z a-0h81c0e2r5v9w --data /tmp/data"
        })
final class ActorsCommand extends CommandGroup {}
