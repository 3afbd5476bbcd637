// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.stage.identity.Ruling;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `apian actors link`.
@Command(
        name = "link",
        description = {"Say that a facet is this actor's.", ""},
        footer = {"", "Example:", "  apian actors link api_key 51ab0c77d2 a-00k2f9x1m3q7z --data /tmp/data"})
final class ActorsLinkCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FacetArguments facet = new FacetArguments();

    ActorsLinkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return new Ruled(terminal, spec, data.path()).say(Ruling.LINK, facet.members());
    }
}
