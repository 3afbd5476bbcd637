// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.reportcard.CardJson;
import dev.apian.reportcard.CardMaker;
import dev.apian.reportcard.CardSettings;
import dev.apian.reportcard.page.ReportPage;
import dev.apian.reportcard.page.ShadowPage;
import dev.apian.reportcard.score.MethodScore;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.shadow.Shadow;
import dev.apian.reportcard.shadow.ShadowReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian report-card`.
@Command(
        name = "report-card",
        description = {
            "Measure this build on simulated worlds of which the truth is known, beside simple rivals, and say what"
                    + " falls short; or ask what Apian would see in traffic of your own.",
            "",
            "Seeds of the worlds are drawn when the command runs and written on the card, so nobody can have tuned on"
                    + " them; give them with --seeds to repeat a card. Rivals are tuned on other worlds, to be as loud"
                    + " as Apian.",
            "",
            "With --on, attacks are put into a copy of recorded traffic that exists only in memory, at the endpoints"
                    + " that matter most, and the page says which of them Apian would have seen. Nothing is written to"
                    + " the recording.",
            ""
        },
        footer = {
            "",
            "Writes DIR/report-card.html (one page, nothing from elsewhere) and DIR/report-card.json, or with --on"
                    + " DIR/shadow.html and DIR/shadow.json, and prints their paths. With the defaults it takes about"
                    + " five minutes on two cores and 3 GB of memory.",
            "",
            "Examples:",
            "  apian report-card --out /tmp/card",
            "  apian report-card --worlds 3 --actors 300 --boring-days 0 --out /tmp/quick",
            "  apian report-card --on /var/lib/apian --out /tmp/would-it-see"
        })
final class ReportCardCommand implements Callable<Integer> {

    private static final int SEED_MAX = 1_000_000_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
    private Path out;

    @Option(
            names = "--on",
            paramLabel = "DATA",
            description = "Recorded traffic: a data directory of Apian, or a folder with record files.")
    private @Nullable Path on;

    @Option(
            names = "--geo",
            defaultValue = "${sys:apian.geo}",
            paramLabel = "FILE",
            split = ",",
            description = "Where addresses of --on are: .mmdb databases, several with commas. Default: countries and"
                    + " operators, as built in.")
    private @Nullable List<Path> geo;

    @Option(
            names = "--worlds",
            defaultValue = "9",
            paramLabel = "N",
            description = "How many worlds, the businesses in turn. Default: ${DEFAULT-VALUE}.")
    private int worlds;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            description = "The seeds of the worlds, to repeat a card. Default: drawn now.")
    private @Nullable List<Long> seeds;

    @Option(
            names = "--actors",
            defaultValue = "500",
            paramLabel = "N",
            description = "People and applications in each world. Default: ${DEFAULT-VALUE}.")
    private int actors;

    @Option(
            names = "--days",
            defaultValue = "28",
            paramLabel = "N",
            description = "How long each world is, a week of peace first. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--boring-days",
            defaultValue = "365",
            paramLabel = "N",
            description = "How long the world without attacks is, 0 for none. Default: ${DEFAULT-VALUE}.")
    private int boringDays;

    @Option(
            names = "--boring-actors",
            defaultValue = "200",
            paramLabel = "N",
            description = "Who lives in it. Default: ${DEFAULT-VALUE}.")
    private int boringActors;

    @Option(names = "--no-adaptive", description = "Leave out the attackers who look for what they can take unseen.")
    private boolean notAdaptive;

    @Option(names = "--threads", paramLabel = "N", description = "Worlds at the same time. Default: one a processor.")
    private @Nullable Integer threads;

    ReportCardCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "--out " + out + " is a file, expected a folder");
        }
        return on == null ? card() : shadow(on);
    }

    private int shadow(Path recording) throws IOException {
        long seed = seeds == null ? 1 : seeds.getFirst();
        CardProgress progress = new CardProgress(terminal);
        ShadowReport report;
        try {
            report = Shadow.of(recording, geo == null ? List.of() : geo, seed, progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--on " + e.getMessage(), e);
        }
        progress.ended();
        Files.createDirectories(out);
        Path page = out.resolve("shadow.html");
        Path json = out.resolve("shadow.json");
        Files.writeString(page, ShadowPage.html(report));
        Files.writeString(json, CardJson.of(report));
        terminal.err()
                .printf(
                        Locale.ROOT,
                        "%d of %d attacks would have been seen; %d could not be tried%n",
                        report.count(ShadowReport.Outcome.SEEN),
                        report.count(ShadowReport.Outcome.SEEN) + report.count(ShadowReport.Outcome.NOT_SEEN),
                        report.count(ShadowReport.Outcome.NOT_TRIED));
        terminal.out().println(page);
        terminal.out().println(json);
        return CommandLine.ExitCode.OK;
    }

    private int card() throws IOException, InterruptedException {
        CardSettings settings = settings();
        Files.createDirectories(out);
        CardProgress progress = new CardProgress(terminal);
        ReportCard card = new CardMaker(settings, progress).make();
        progress.ended();
        Path page = out.resolve("report-card.html");
        Path json = out.resolve("report-card.json");
        Files.writeString(page, ReportPage.html(card));
        Files.writeString(json, CardJson.of(card));
        summary(card).forEach(terminal.err()::println);
        terminal.out().println(page);
        terminal.out().println(json);
        return CommandLine.ExitCode.OK;
    }

    private CardSettings settings() {
        int processors = Runtime.getRuntime().availableProcessors();
        try {
            return new CardSettings(
                    seeds == null ? draw() : seeds,
                    actors,
                    days,
                    boringDays,
                    boringActors,
                    !notAdaptive,
                    threads == null ? Math.min(processors, CardSettings.THREADS_MAX) : threads,
                    new CardSettings.Build(
                            new Version().getVersion()[0],
                            System.getProperty("apian.commit", ""),
                            Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                            processors + " processors, " + System.getProperty("os.arch") + ", "
                                    + new Version().getVersion()[1]));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<Long> draw() {
        SecureRandom chance = new SecureRandom();
        List<Long> drawn = new ArrayList<>();
        for (int i = 0; i < Math.clamp(worlds, 0, CardSettings.WORLDS_MAX + 1); i++) {
            drawn.add(1L + chance.nextInt(SEED_MAX));
        }
        return drawn;
    }

    private static List<String> summary(ReportCard card) {
        List<String> lines = new ArrayList<>();
        for (MethodScore method : card.methods()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-36s %3d of %3d attacks  %8.2f false alerts per 1,000 actors and day",
                    method.method(),
                    method.overall().found(),
                    method.overall().attacks(),
                    method.everyDay().perThousand() == null
                            ? 0
                            : method.everyDay().perThousand().value()));
        }
        if (!card.fallsShort().isEmpty()) {
            lines.add("Falls short:");
            card.fallsShort().forEach(shortfall -> lines.add("  " + shortfall));
        }
        return lines;
    }
}
