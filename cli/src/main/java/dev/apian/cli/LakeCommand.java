// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Command;

/// `apian lake`: the stored calls, how they are, and what must not be deleted.
@Command(
        name = "lake",
        description = {"The stored calls: how many there are, whether they are whole, and what must be kept.", ""},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LakeStatusCommand.class, LakeCheckCommand.class, LakeHoldCommand.class},
        footer = {
            "",
            "Examples:",
            "  apian lake status --data /var/lib/apian",
            "  apian lake check --data /var/lib/apian",
            "  apian lake hold add --actor a-00k2f9x1m3q7z --because \"case 4711\" --data /var/lib/apian"
        })
final class LakeCommand extends CommandGroup {}
