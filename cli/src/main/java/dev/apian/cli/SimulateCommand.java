// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.simulator.SimulateTo;
import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian simulate`.
@Command(
        name = "simulate",
        description = {
            "Write the API traffic of a simulated business, and the truth about the attacks in it. The same arguments"
                    + " give the same bytes.",
            ""
        },
        footer = {
            "",
            "Writes DIR/calls.ndjson (native records) and DIR/truth.ndjson (one attack a line), and prints their"
                    + " paths.",
            "",
            "Example:",
            "  apian simulate --days 28 --actors 2000 --seed 1 --out /tmp/world"
        })
final class SimulateCommand implements Callable<Integer> {

    private static final int CALLS_BETWEEN_LINES = 50_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--days", required = true, paramLabel = "N", description = "How long. Attacks need 8 or more.")
    private int days;

    @Option(names = "--actors", required = true, paramLabel = "N", description = "People and partner applications.")
    private int actors;

    @Option(names = "--seed", required = true, paramLabel = "N", description = "Where chance begins.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
    private Path out;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "First day or instant, as 2026-03-02 or 2026-03-02T00:00:00Z. Default: 2026-03-02.")
    private @Nullable String start;

    @Option(names = "--no-attacks", description = "Peace.")
    private boolean noAttacks;

    private long shown;

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        WorldSettings world = world();
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "--out " + out + " is a file, expected a folder");
        }
        if (!world.attacks() && !noAttacks) {
            terminal.err().println("warning: no attacks; they need --days 8 or more, to have a normal to differ from");
        }
        SimulateTo.Counts counts = SimulateTo.folder(world, out, this::show);
        say("%s%,d calls, %,d MB, %d attacks.%n", wipe(), counts.calls(), counts.bytes() >> 20, counts.attacks());
        terminal.err().println("Next: apian analyze " + out.resolve(SimulateTo.CALLS) + " --data DIR");
        terminal.out().println(out.resolve(SimulateTo.CALLS));
        terminal.out().println(out.resolve(SimulateTo.TRUTH));
        return CommandLine.ExitCode.OK;
    }

    private WorldSettings world() {
        try {
            WorldSettings usual = WorldSettings.of(days, actors, seed);
            return new WorldSettings(
                    days,
                    actors,
                    seed,
                    start == null ? usual.start() : instant(start),
                    usual.attacks() && !noAttacks,
                    usual.attackLeadTime(),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--start " + text + " is no time, expected 2026-03-02 or 2026-03-02T00:00:00Z", e);
        }
    }

    private void show(SimulateTo.Counts counts) {
        if (terminal.watched() && counts.calls() - shown >= CALLS_BETWEEN_LINES) {
            shown = counts.calls();
            say("\r%,d calls, %,d MB", counts.calls(), counts.bytes() >> 20);
            terminal.err().flush();
        }
    }

    private String wipe() {
        return shown > 0 ? "\r" : "";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
    private void say(String format, Object... values) {
        terminal.err().print(String.format(Locale.ROOT, format, values));
    }
}
