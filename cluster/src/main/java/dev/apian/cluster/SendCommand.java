// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.kafka.CallSender;
import dev.apian.cluster.kafka.Lines;
import dev.apian.cluster.kafka.Topics;
import dev.apian.cluster.machine.Cluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian cluster send`.
@Command(
        name = "send",
        description = {
            "Send the lines of files to the topic of calls, one record each, in their order; print how many. Plain and"
                    + " gzip files are told apart by their content.",
            ""
        },
        footer = {"", "Example:", "  apian cluster send /tmp/world/calls.ndjson --rate 20000"})
final class SendCommand implements Callable<Integer> {

    private static final long RECORDS_BETWEEN_LINES = 20_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to send; - is standard input.")
    private List<Path> files;

    @Option(
            names = "--rate",
            defaultValue = "0",
            paramLabel = "N",
            description = "Records a second. Default: as fast as it goes.")
    private long rate;

    @Option(
            names = "--partition-by",
            defaultValue = "round-robin",
            paramLabel = "HOW",
            description = "round-robin (partitions keep pace with each other) or none (as Kafka does it). Default:"
                    + " ${DEFAULT-VALUE}.")
    private String partitionBy;

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "A header of every record, as content-encoding=gzip. May be given several times.")
    private Map<String, String> headers = Map.of();

    SendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CallSender.Spread spread = spread();
        checkInput();
        Cluster cluster = where.open(terminal);
        long skipped = 0;
        try (CallSender sender = new CallSender(cluster.bootstrap(), spread, headers)) {
            Pace pace = Pace.of(rate);
            for (Path file : files) {
                skipped += send(file, sender, pace);
            }
            sender.flush();
            terminal.shown();
            terminal.out().println(sender.sent());
        }
        if (skipped > 0) {
            terminal.say(skipped + " lines are longer than " + Topics.RECORD_BYTES_MAX
                    + " bytes, which is what the topic takes; they were not sent");
        }
        return skipped > 0 ? Failures.FAILURE : CommandLine.ExitCode.OK;
    }

    private CallSender.Spread spread() {
        return switch (partitionBy.toLowerCase(Locale.ROOT)) {
            case "round-robin" -> CallSender.Spread.ROUND_ROBIN;
            case "none" -> CallSender.Spread.NONE;
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "--partition-by " + partitionBy + " is unknown, expected round-robin or none");
        };
    }

    private void checkInput() {
        if (rate < 0) {
            throw new ParameterException(spec.commandLine(), "--rate " + rate + ", expected 1 or more a second");
        }
        for (Path file : files) {
            if (!isStandardInput(file) && !Files.isReadable(file)) {
                throw new ParameterException(spec.commandLine(), file + " cannot be read; check the path");
            }
        }
    }

    /// @return lines that are too long to be sent
    private long send(Path file, CallSender sender, Pace pace) throws IOException {
        long skipped = 0;
        try (Lines lines = Lines.of(open(file))) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (line.length > Topics.RECORD_BYTES_MAX - Topics.OVERHEAD_BYTES) {
                    skipped++;
                    continue;
                }
                sender.send(line);
                pace.keep(sender.sent());
                if (sender.sent() % RECORDS_BETWEEN_LINES == 0) {
                    terminal.show(String.format(Locale.ROOT, "%,d records sent", sender.sent()));
                }
            }
        }
        return skipped;
    }

    private InputStream open(Path file) throws IOException {
        return isStandardInput(file) ? terminal.in() : Files.newInputStream(file);
    }

    private static boolean isStandardInput(Path file) {
        return file.toString().equals("-");
    }
}
