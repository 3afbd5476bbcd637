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

/// `apian actors name`.
@Command(
        name = "name",
        description = {"Say what people call an actor.", ""},
        footer = {"", "Example:", "  apian actors name a-00k2f9x1m3q7z \"Nightly export\" --data /tmp/data"})
final class ActorsNameCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "ACTOR", description = "Id of the actor: a-...")
    private String actor;

    @Parameters(index = "1", paramLabel = "NAME", description = "In one line.")
    private String name;

    ActorsNameCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return new Ruled(terminal, spec, data.path()).say(Ruling.NAME, Map.of("actor", actor, "name", name));
    }
}
