// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `apian endpoints pin`.
@Command(
        name = "pin",
        description = {
            "Say that there is such an endpoint: its variable parts are values, its other parts are names.",
            ""
        },
        footer = {"", "Example:", "  apian endpoints pin /v1/orders/{orderId} --data /tmp/data"})
final class EndpointsPinCommand implements Callable<Integer> {

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

    @Option(names = "--method", defaultValue = "", paramLabel = "M", description = "Only this one. Default: all.")
    private String method;

    EndpointsPinCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return new Saying(terminal, spec, data.path())
                .say(new Correction.Pin(method.toUpperCase(Locale.ROOT), about.host(), about.template(), ""));
    }
}
