// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.ocel.OcelExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `apian export-ocel`.
@Command(
        name = "export-ocel",
        description = {
            "Write the calls that name business entities as an object-centric event log (OCEL 2.0 JSON), which tools of"
                    + " process mining open: an event for each call, an object for each entity and each actor.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  apian export-ocel --data /tmp/data --out orders.json --types order,invoice --from 2026-03-02"
        })
final class ExportOcelCommand implements Callable<Integer> {

    /// Sorting months of calls may take a while.
    private static final Duration TIME_MAX = Duration.ofHours(6);

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
    private Path out;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "Only entities of these types, separated by commas. Default: all.")
    private List<String> types = List.of();

    @Option(names = "--from", paramLabel = "DAY", description = "Calls from this day on, in UTC. Default: the first.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Calls before this day, in UTC. Default: the last.")
    private @Nullable LocalDate to;

    ExportOcelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        QueryLimits limits = QueryLimits.DEFAULT.withTimeout(TIME_MAX).withRowsMax(Long.MAX_VALUE);
        try (Query query = Query.open(data.path(), limits);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            OcelExport.Counts written = new OcelExport(query, types, startOf(from), startOf(to)).write(file);
            terminal.err().printf("%d events and %d objects in %s%n", written.events(), written.objects(), out);
        }
        return CommandLine.ExitCode.OK;
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
