// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.EngineSettings;
import dev.apian.engine.analyze.Analyze;
import dev.apian.engine.analyze.AnalyzeSettings;
import dev.apian.engine.analyze.Progress;
import dev.apian.engine.analyze.Report;
import dev.apian.engine.analyze.Stop;
import dev.apian.engine.analyze.Summary;
import dev.apian.engine.geo.Coverage;
import dev.apian.engine.geo.NamedNetworks;
import dev.apian.engine.source.Inputs;
import dev.apian.server.StoredSettings;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.TrustedProxies;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Rota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian analyze`.
@Command(
        name = "analyze",
        description = {
            "Read files of history through the same pipeline as live traffic, and raise alerts.",
            "",
            "Plain, gzip and zstd files are told apart by their content. Several files are merged by time, so give the"
                    + " files of one time together, in any order. A file that was analysed before is recognised by its"
                    + " content, whatever its name: a copy is refused, and of a log that grew only the new part is"
                    + " read. A run that was stopped goes on where it was when it is started again.",
            ""
        },
        footer = {
            "",
            "Exits 0 if all was read; 1 if a file could not be read, or not to its end, while the others were, or if"
                    + " every file was refused; 2 on wrong usage. Empty files are warned about. Records that are no"
                    + " calls are counted by reason, shown at the end and kept in DIR/rejects.json.",
            "",
            "Examples:",
            "  apian analyze access.log access.log.*.gz --data /var/lib/apian",
            "  zcat logs/*.gz | apian analyze - --data /tmp/data --out /tmp/alerts"
        })
final class AnalyzeCommand implements Callable<Integer> {

    private static final long SAVING_SECONDS_MAX = 60;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to read; - is standard input.")
    private List<Path> files;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Where everything is kept.")
    private Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "Write alerts.ndjson there: one alert a line.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "FORMAT",
            description =
                    "auto, native, cloudtrail, alb, apigateway, kong, har, nginx-json, combined or common. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--again", description = "Read files even if they were analysed before; counts their calls twice.")
    private boolean again;

    @Option(
            names = "--lateness",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description =
                    "How far behind the latest calls one may come and still be judged. Default:" + " ${DEFAULT-VALUE}.")
    private long lateness;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that work. Default: one a processor.")
    private @Nullable Integer threads;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "NETWORKS",
            split = ",",
            description = "Proxies whose X-Forwarded-For is believed, as 10.0.0.0/8,2001:db8::/32. Default: private"
                    + " networks.")
    private @Nullable List<String> proxies;

    @Mixin
    private KeepOptions keep = new KeepOptions();

    @Option(
            names = "--geo",
            defaultValue = "${sys:apian.geo}",
            paramLabel = "FILE",
            split = ",",
            description = "Where addresses are and what their networks are for: .mmdb databases, several with commas."
                    + " Default: countries and operators, as built in.")
    private @Nullable List<Path> geo;

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        StoredSettings stored = StoredSettings.of(data, BuiltIn.detectors());
        AnalyzeSettings settings = settings(stored.networks());
        warn(settings.geo());
        Stop stop = new Stop();
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> stopAndWait(stop, ended), "apian-stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            Report report = analyze(stop, stored.rota()).run(settings);
            Summary.of(report, data).forEach(terminal.err()::println);
            Summary.alerts(report).forEach(terminal.out()::println);
            return report.isFailed() ? Failures.FAILURE : CommandLine.ExitCode.OK;
        } finally {
            terminal.err().flush();
            terminal.out().flush();
            ended.countDown();
            forget(onSignal);
        }
    }

    private void warn(List<Path> places) {
        if (places.isEmpty()) {
            Coverage.warningsWithoutFiles().forEach(message -> terminal.err().println("warning: " + message));
        }
    }

    private Analyze analyze(Stop stop, Rota rota) {
        Analyze.Clocks clocks = new Analyze.Clocks(() -> System.currentTimeMillis() * 1_000, System::nanoTime);
        Progress progress = new Progress(terminal.err(), terminal.watched());
        return new Analyze(rota, terminal.in(), clocks, progress, stop);
    }

    /// All that is wrong with what was given, at once.
    private AnalyzeSettings settings(NamedNetworks networks) {
        List<String> problems = new ArrayList<>(Inputs.problems(files));
        Optional<Format> known = Format.byName(format);
        if (known.isEmpty()) {
            problems.add("--format " + format + " is unknown, expected one of " + formats());
        }
        if (lateness < 0) {
            problems.add("--lateness " + lateness + " is negative, expected seconds");
        }
        if (threads != null && (threads < 1 || threads > 256)) {
            problems.add("--threads " + threads + ", expected 1 to 256");
        }
        for (Path folder : out == null ? List.of(data) : List.of(data, out)) {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                problems.add(folder + " is a file, expected a folder");
            }
        }
        TrustedProxies trusted = TrustedProxies.PRIVATE;
        try {
            trusted = proxies == null ? trusted : TrustedProxies.of(proxies);
        } catch (IllegalArgumentException e) {
            problems.add("--trusted-proxies: " + e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n       ", problems));
        }
        int number = threads == null ? EngineSettings.DEFAULT.threads() : threads;
        return new AnalyzeSettings(
                files,
                known.orElse(Format.AUTO),
                data,
                Optional.ofNullable(out),
                again,
                number,
                trusted,
                geo == null ? List.of() : geo,
                networks,
                EngineSettings.DEFAULT.withThreads(number).withLateness(Duration.ofSeconds(lateness)),
                keep.keeping(spec));
    }

    private static String formats() {
        return Arrays.stream(Format.values()).map(Format::label).collect(Collectors.joining(", "));
    }

    /// On Ctrl-C or a polite kill: the run saves what it has, and the process waits for that.
    private static void stopAndWait(Stop stop, CountDownLatch ended) {
        stop.wish();
        if (!stop.isWorthWaiting()) {
            return;
        }
        try {
            ended.await(SAVING_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // The process is ending because of a signal: the hook is what waits for this very method.
            return;
        }
    }
}
