// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Holds;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `apian lake hold release`.
@Command(
        name = "release",
        description = {"Hold it no longer; what is old may be deleted from now on.", ""})
final class LakeHoldReleaseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NUMBER", description = "Its number, as list shows it.")
    private long number;

    LakeHoldReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        data.requireThere();
        if (!Holds.release(data.path(), number)) {
            throw new IOException("there is no hold %d; apian lake hold list shows those there are".formatted(number));
        }
        terminal.err().printf("hold %d is released%n", number);
        return CommandLine.ExitCode.OK;
    }
}
