// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.stage.identity.Ruling;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian actors join`.
@Command(
        name = "join",
        description = {"Say that two actors are one.", ""},
        footer = {"", "Example:", "  apian actors join a-00k2f9x1m3q7z a-0h81c0e2r5v9w --data /tmp/data"})
final class ActorsJoinCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "FROM", description = "Id of the actor that is another one.")
    private String from;

    @Parameters(index = "1", paramLabel = "INTO", description = "Id of that other one, which stays.")
    private String into;

    ActorsJoinCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return new Ruled(terminal, spec, data.path()).say(Ruling.JOIN, Map.of("from", from, "into", into));
    }
}
