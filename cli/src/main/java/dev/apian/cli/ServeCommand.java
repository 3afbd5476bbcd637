// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.geo.Coverage;
import dev.apian.server.ApianServer;
import dev.apian.server.ServerSettings;
import dev.apian.server.live.Following;
import dev.apian.server.live.Topics;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.nio.file.Path;
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

/// `apian serve`.
@Command(
        name = ServeCommand.NAME,
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
            "  curl --data-binary @calls.ndjson http://127.0.0.1:" + ServerSettings.PORT + "/v1/calls",
            "  apian serve --follow /var/log/nginx --follow '/srv/*/access.log'",
            "  apian serve --lake /mnt/lake --catalogue jdbc:postgresql://db/apian"
        })
final class ServeCommand implements Callable<Integer> {

    static final String NAME = "serve";

    private static final String DATA = ".apian/data";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept. Default: " + DATA + ".")
    private @Nullable Path data;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Instead of --data: the lake of a cluster, to show and not to add to.")
    private @Nullable Path lake;

    @Option(
            names = "--catalogue",
            paramLabel = "URL",
            description =
                    "With --lake: jdbc:postgresql://... where the cluster keeps alerts, and people their verdicts.")
    private @Nullable String catalogue;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private LiveOptions live = new LiveOptions();

    @Mixin
    private KeepOptions keep = new KeepOptions();

    @Option(
            names = "--geo",
            defaultValue = "${sys:apian.geo}",
            paramLabel = "FILE",
            split = ",",
            description = "Files that place addresses, for records that do not say where they come from: .mmdb"
                    + " databases, several with commas. Default: countries and operators, as built in.")
    private @Nullable List<Path> geo;

    @Mixin
    private FollowOptions follow = new FollowOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Begins to load what it will need, while its options are being read.
    static void prepare() {
        ApianServer.prepare(ServerSettings.of(Path.of(DATA)));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lake != null || catalogue != null) {
            return overLake();
        }
        Path folder = data == null ? Path.of(DATA) : data;
        ServerSettings settings = listen.settings(folder, spec);
        settings = settings.withGeo(geo == null ? List.of() : geo)
                .withAccess(access.settings(spec))
                .withLive(live.settings(spec).withKeeping(keep.keeping(spec)));
        if (settings.geo().isEmpty()) {
            Coverage.warningsWithoutFiles().forEach(message -> terminal.err().println("warning: " + message));
        }
        follow.check(spec);
        kafka.check(spec);
        InstantSource clock = InstantSource.system();
        try (Ending ending = new Ending();
                ApianServer server = ApianServer.listen(settings, BuiltIn::detectors, clock)) {
            sayWhere(server);
            server.open();
            say("Push calls to " + server.url() + "v1/calls; data in " + folder + "; Ctrl-C ends it.");
            try (Following _ = follow.start(server.ingest(), terminal);
                    @Nullable Topics _ = kafka.start(server.ingest(), terminal)) {
                ending.await();
                say("Ending: judging what waits and saving the state ...");
            }
        }
        return 0;
    }

    private int overLake() throws IOException, InterruptedException {
        if (lake == null || catalogue == null || data != null || follow.isWanted() || kafka.isWanted()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a cluster is shown with both --lake and --catalogue, and without --data, --follow and --kafka");
        }
        ServerSettings settings = listen.settings(lake, spec).withAccess(access.settings(spec));
        try (Ending ending = new Ending();
                ApianServer server =
                        ApianServer.overLake(settings, catalogue, BuiltIn.detectors(), InstantSource.system())) {
            sayWhere(server);
            say("Showing the lake " + lake + "; calls go to the cluster's Kafka; Ctrl-C ends it.");
            ending.await();
        }
        return 0;
    }

    private void sayWhere(ApianServer server) {
        terminal.out().println("Apian is at " + server.url());
        terminal.out().flush();
    }

    private void say(String more) {
        terminal.err().println(more);
        terminal.err().flush();
    }
}
