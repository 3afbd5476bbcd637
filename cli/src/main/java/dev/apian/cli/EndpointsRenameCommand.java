// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian endpoints rename`.
@Command(
        name = "rename",
        description = {"Give the last variable part of a template another name.", ""},
        footer = {"", "Example:", "  apian endpoints rename /v1/orders/{id} orderId --data /tmp/data"})
final class EndpointsRenameCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private TemplateArguments about = new TemplateArguments();

    @Parameters(index = "1", paramLabel = "NAME", description = "What it is called from now on.")
    private String name;

    EndpointsRenameCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return new Saying(terminal, spec, data.path()).say(new Correction.Rename(about.host(), about.template(), name));
    }
}
