// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.simulator.SimulateTo;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
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

/// `apian simulate`.
@Command(
        name = "simulate",
        description = {
            "Write the API traffic of a simulated business, and the truth about it: the attacks, the harmless but"
                    + " strange, and on demand every call. The same arguments give the same bytes.",
            ""
        },
        footer = {
            "",
            "Writes DIR/calls.ndjson (native records), DIR/truth.ndjson (one attack a line) and DIR/occasions.ndjson"
                    + " (releases, sales, journeys, new roles ...), and prints their paths.",
            "",
            "Examples:",
            "  apian simulate --days 28 --actors 2000 --seed 1 --out /tmp/world",
            "  apian simulate --days 28 --actors 500 --seed 2 --attacks every-way --labels --out /tmp/graded",
            "  apian simulate --days 14 --actors 200 --seed 4 --openapi our-api.yaml --out /tmp/ours",
            "  apian simulate --days 14 --actors 300 --seed 3 --attacks id-walk,token-theft --force 0.2 --vpn"
                    + " --out /tmp/stealth"
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

    @Option(
            names = "--business",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}. Default: shop.",
            completionCandidates = Businesses.class)
    private @Nullable String business;

    @Option(
            names = "--openapi",
            paramLabel = "FILE",
            description = "Instead a business drawn from this OpenAPI 3 or Swagger 2 document, JSON or YAML.")
    private @Nullable Path openApi;

    @Mixin
    private AttackOptions attacks = new AttackOptions();

    @Option(names = "--labels", description = "Write DIR/labels.ndjson too: who and what each call really is.")
    private boolean labels;

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
        if (world.attacks().isEmpty() && !attacks.peace()) {
            terminal.err().println("warning: no attacks; they need --days 8 or more, to have a normal to differ from");
        }
        SimulateTo.Counts counts = SimulateTo.folder(world, out, labels, this::show);
        say("%s%,d calls, %,d MB, %d attacks.%n", wipe(), counts.calls(), counts.bytes() >> 20, counts.attacks());
        terminal.err().println("Next: apian analyze " + out.resolve(SimulateTo.CALLS) + " --data DIR");
        terminal.out().println(out.resolve(SimulateTo.CALLS));
        terminal.out().println(out.resolve(SimulateTo.TRUTH));
        terminal.out().println(out.resolve(SimulateTo.OCCASIONS));
        if (labels) {
            terminal.out().println(out.resolve(SimulateTo.LABELS));
        }
        return CommandLine.ExitCode.OK;
    }

    private static String label(Path document) {
        String name = document.getFileName().toString();
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private WorldSettings world() throws IOException {
        try {
            WorldSettings usual = WorldSettings.of(days, actors, seed);
            WorldSettings world = usual.in(trade()).startingAt(start == null ? usual.start() : instant(start));
            return usual.attacks().isEmpty() ? world : world.with(attacks.orders());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Trade trade() throws IOException {
        Path document = openApi;
        if (document != null && business != null) {
            throw new IllegalArgumentException("--business and --openapi name two businesses, give one of them");
        }
        if (document != null) {
            String text;
            try {
                text = Files.readString(document);
            } catch (NoSuchFileException | CharacterCodingException e) {
                throw new IllegalArgumentException("--openapi " + document + " cannot be read as text", e);
            }
            try {
                return Trade.described(label(document), text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--openapi " + document + ": " + e.getMessage(), e);
            }
        }
        String name = business == null ? Trade.SHOP.label() : business;
        return Trade.byName(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--business " + name + " is unknown, expected one of " + String.join(", ", new Businesses())));
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

    /// The names of the businesses, for help and completion.
    private static final class Businesses implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Trade.known().stream().map(Trade::label).iterator();
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
    private void say(String format, Object... values) {
        terminal.err().print(String.format(Locale.ROOT, format, values));
    }
}
