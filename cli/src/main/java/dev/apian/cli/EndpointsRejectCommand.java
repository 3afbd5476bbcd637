// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `apian endpoints reject`.
@Command(
        name = "reject",
        description = {
            "Say that the last variable part of a template is none: each name there is a route of its own.",
            ""
        },
        footer = {"", "Example:", "  apian endpoints reject /v1/orders/{orderId} --data /tmp/data"})
final class EndpointsRejectCommand implements Callable<Integer> {

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

    EndpointsRejectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return new Saying(terminal, spec, data.path()).say(new Correction.Reject(about.host(), about.template()));
    }
}
