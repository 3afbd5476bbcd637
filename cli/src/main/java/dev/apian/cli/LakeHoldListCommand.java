// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Holds;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian lake hold list`.
@Command(
        name = "list",
        description = {"What is held, since when and why.", ""})
final class LakeHoldListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    LakeHoldListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        data.requireThere();
        Holds.read(data.path()).all().forEach(hold -> terminal.out().println(LakeHoldAddCommand.words(hold)));
        return CommandLine.ExitCode.OK;
    }
}
