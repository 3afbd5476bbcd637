// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.cli.demo.Demo;
import dev.apian.cli.demo.DemoFolder;
import dev.apian.cli.demo.DemoSettings;
import dev.apian.server.ApianServer;
import dev.apian.server.Ingest;
import dev.apian.server.ServerSettings;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Detector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian demo`.
@Command(
        name = "demo",
        description = {
            "See everything: a simulated business with weeks of traffic and attacks, then live traffic with more.",
            "",
            "The console is there at once and fills while the history is read. What was really done is printed, to"
                    + " compare with the alerts.",
            ""
        },
        footer = {"", "Example:", "  apian demo"})
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Option(
            names = "--data",
            defaultValue = ".apian/demo",
            paramLabel = "DIR",
            description = "Where everything is kept; emptied at the start. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Option(
            names = "--actors",
            defaultValue = "" + DemoSettings.ACTORS,
            paramLabel = "N",
            description = "People and partner applications. Default: ${DEFAULT-VALUE}.")
    private int actors;

    @Option(
            names = "--days",
            defaultValue = "" + DemoSettings.DAYS,
            paramLabel = "N",
            description = "Days of history. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Another seed, another world.")
    private long seed;

    @Option(
            names = "--live-minutes",
            paramLabel = "N",
            description = "End after so many minutes of live traffic. Default: at Ctrl-C.")
    private @Nullable Integer liveMinutes;

    @Option(names = "--keep", description = "Show what is in DIR from the last time, and add live traffic only.")
    private boolean keep;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoSettings settings = settings();
        DemoFolder.prepare(data, keep);
        ServerSettings served = listen.settings(data, spec);
        List<Detector<?>> detectors = BuiltIn.detectors();
        Ingest ingest = Ingest.open(served, detectors, InstantSource.system());
        try (Ending ending = new Ending();
                ApianServer server = ApianServer.start(served, ingest, detectors, InstantSource.system())) {
            terminal.out().println("Apian is at " + server.url());
            terminal.out().flush();
            new Demo(settings, ingest, server.url(), terminal.err(), terminal.watched(), ending::await).run();
        }
        return 0;
    }

    private DemoSettings settings() {
        try {
            Duration live = liveMinutes == null ? DemoSettings.LIVE_MAX : Duration.ofMinutes(liveMinutes);
            return DemoSettings.of(days, actors, seed, Instant.now(), live, keep);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
