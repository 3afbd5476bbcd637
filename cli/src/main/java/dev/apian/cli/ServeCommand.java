// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.ApianServer;
import dev.apian.server.ServerSettings;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian serve`.
@Command(
        name = "serve",
        description = {
            "Take calls in over HTTP, judge them as they come, and show alerts in the console.",
            "",
            "What was acknowledged is kept, whatever happens to the process. Ctrl-C ends it in order.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  apian serve --data /var/lib/apian",
            "  curl --data-binary @calls.ndjson http://127.0.0.1:" + ServerSettings.PORT + "/v1/calls"
        })
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Option(
            names = "--data",
            defaultValue = ".apian/data",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Option(
            names = "--lateness",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "How far behind the latest calls one may come and still be judged; alerts wait as long."
                    + " Default: ${DEFAULT-VALUE}.")
    private long lateness;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lateness < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--lateness " + lateness + " is negative, expected seconds");
        }
        ServerSettings settings = listen.settings(data, spec);
        settings = settings.withLive(settings.live().withLateness(Duration.ofSeconds(lateness)));
        try (Ending ending = new Ending();
                ApianServer server = ApianServer.start(settings, BuiltIn.detectors(), InstantSource.system())) {
            terminal.out().println("Apian is at " + server.url());
            terminal.out().flush();
            terminal.err().println("Push calls to " + server.url() + "v1/calls; data in " + data + "; Ctrl-C ends it.");
            terminal.err().flush();
            ending.await();
            terminal.err().println("Ending: judging what waits and saving the state ...");
            terminal.err().flush();
        }
        return 0;
    }
}
