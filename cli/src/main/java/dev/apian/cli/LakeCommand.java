// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
final class LakeCommand implements Runnable {

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
