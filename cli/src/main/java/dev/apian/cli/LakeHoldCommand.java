// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Command;

/// `apian lake hold`.
@Command(
        name = "hold",
        description = {"Calls that must not be deleted, however old they are or however full the disk is.", ""},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LakeHoldAddCommand.class, LakeHoldListCommand.class, LakeHoldReleaseCommand.class})
final class LakeHoldCommand extends CommandGroup {}
