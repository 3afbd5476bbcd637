// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import dev.apian.Pipeline;
import dev.apian.engine.AlertBook;
import dev.apian.engine.Engine;
import dev.apian.engine.Installation;
import dev.apian.engine.analyze.Report.Ending;
import dev.apian.engine.geo.Geo;
import dev.apian.engine.source.Inputs;
import dev.apian.engine.source.Rejects;
import dev.apian.lake.DiskRoom;
import dev.apian.lake.Retained;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Limits;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.signal.Rota;
import dev.apian.stream.Tick;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// Reads files of history through the engine, as fast as the machine can, in event time.
///
/// A run that was stopped or killed goes on where its last checkpoint was taken when the same files are given
/// again: the positions in the files, the rejects counted so far and the state of the engine are one
/// checkpoint.
public final class Analyze {

    /// A call from further in the future than this has a wrong clock.
    public static final Duration FUTURE_MAX = Duration.ofDays(1);

    private static final String ALERTS = "alerts.ndjson";
    private static final String REJECTS = "rejects.json";
    private static final int CALLS_BETWEEN_LOOKS = 256;
    private static final long NANOS_BETWEEN_LINES = 250_000_000L;

    /// A run that is killed loses about this much of its time, or [#CHECKPOINT_PART] times what a checkpoint takes.
    private static final long NANOS_BETWEEN_CHECKPOINTS = 60_000_000_000L;

    /// Checkpoints take at most one part in so many of the time.
    private static final long CHECKPOINT_PART = 16;

    /// How long a stopped run may go on to the next tick, where a checkpoint can be taken.
    private static final long STOP_NANOS_MAX = 5_000_000_000L;

    private final Pipeline pipeline;
    private final Rota rota;
    private final InputStream standardInput;
    private final Clocks clocks;
    private final Progress progress;
    private final Stop stop;

    /// The time outside.
    ///
    /// @param micros of the calendar, since 1970
    /// @param nanos  from any beginning, only forward
    public record Clocks(LongSupplier micros, LongSupplier nanos) {}

    /// @param rota how the detections are set when
    public Analyze(Rota rota, InputStream standardInput, Clocks clocks, Progress progress, Stop stop) {
        this.pipeline = new Pipeline(rota.latest());
        this.rota = rota;
        this.standardInput = standardInput;
        this.clocks = clocks;
        this.progress = progress;
        this.stop = stop;
    }

    /// Analyses to the end of all files, or until stopped.
    ///
    /// @throws IOException if the data directory cannot be used; what is wrong with a file is in the report
    public Report run(AnalyzeSettings settings) throws IOException {
        if (settings.out().isPresent()) {
            Files.createDirectories(settings.out().get());
        }
        try (Installation installation = Installation.open(settings.data());
                Engine engine = Engine.open(installation, pipeline, settings.engine())) {
            engine.follow(rota);
            Rejects rejects = new Rejects(engine.notes());
            try (Geo geo = Geo.open(settings.geo());
                    Inputs inputs = inputs(settings, installation, engine, rejects)) {
                geo.know(settings.networks());
                engine.locateWith(geo);
                engine.lake().keep(settings.keeping().retention());
                DiskRoom disk =
                        DiskRoom.of(installation.root(), settings.keeping().reserveBytes());
                Run run = new Run(engine, inputs, rejects, geo, disk);
                Report report = run.toTheEnd();
                if (report.ending() != Ending.STOPPED) {
                    rejects.writeTo(installation.root().resolve(REJECTS));
                }
                if (settings.out().isPresent()) {
                    Path out = settings.out().get().resolve(ALERTS);
                    engine.alerts().writeTo(out);
                }
                return report;
            } finally {
                progress.clear();
            }
        }
    }

    private Inputs inputs(AnalyzeSettings settings, Installation installation, Engine engine, Rejects rejects) {
        ReaderSettings reader = ReaderSettings.of(installation.key(), this::latestPlausible)
                .withLimits(Limits.DEFAULT)
                .withProxies(settings.proxies());
        return new Inputs(
                settings.files(),
                standardInput,
                installation.key(),
                engine.notes(),
                new Inputs.Settings(settings.format(), settings.again(), settings.readers(), reader),
                rejects,
                stop::isWished);
    }

    private long latestPlausible() {
        return clocks.micros.getAsLong() + FUTURE_MAX.toMillis() * 1_000;
    }

    /// One run, from the first call to the report.
    private final class Run {
        private final Engine engine;
        private final Inputs inputs;
        private final Rejects rejects;
        private final Geo geo;
        private final DiskRoom disk;
        private final List<String> said = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final Set<String> alertsBefore;
        private final long lateBefore;
        private final long began = clocks.nanos.getAsLong();
        private long shown = began;
        private long checkpointed = began;
        private long betweenCheckpoints = NANOS_BETWEEN_CHECKPOINTS;
        private boolean checkpointing;
        private long stopping = -1;
        private boolean saved;
        private long calls;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Run(Engine engine, Inputs inputs, Rejects rejects, Geo geo, DiskRoom disk) {
            this.disk = disk;
            this.engine = engine;
            this.inputs = inputs;
            this.rejects = rejects;
            this.geo = geo;
            this.alertsBefore = new HashSet<>(engine.alerts().all());
            this.lateBefore = engine.late();
            engine.positions(this::positions);
        }

        Report toTheEnd() throws IOException {
            if (inputs.outlook().toRead() == 0) {
                return report(Ending.NOTHING);
            }
            if (disk.isLow()) {
                failures.add(disk.message());
                return report(Ending.NOTHING);
            }
            stop.readingBegins();
            for (Call call = inputs.next(); call != null; call = inputs.next()) {
                engine.offer(call);
                if (checkpointing) {
                    checkpointTook(clocks.nanos.getAsLong() - checkpointed);
                }
                calls++;
                first = Math.min(first, call.micros());
                last = Math.max(last, call.micros());
                if (calls % CALLS_BETWEEN_LOOKS == 0) {
                    look();
                }
                if (stopping >= 0 && (saved || clocks.nanos.getAsLong() - stopping > STOP_NANOS_MAX)) {
                    return report(saved ? Ending.SAVED : Ending.STOPPED);
                }
            }
            if (stop.isWished()) {
                return report(Ending.STOPPED);
            }
            engine.finish();
            retain();
            return report(Ending.FINISHED);
        }

        private void retain() throws IOException {
            if (engine.eventMicros() == Long.MIN_VALUE) {
                return;
            }
            Retained gone = engine.lake()
                    .retain(LocalDate.ofEpochDay(Math.floorDiv(engine.eventMicros(), Tick.PER_DAY * Tick.MICROS)));
            if (!gone.isNothing()) {
                said.add("%d calls of %d days were deleted, as --keep-days and --keep-bytes say: %d bytes"
                        .formatted(gone.rows(), gone.days(), gone.bytes()));
            }
        }

        private Map<String, String> positions() {
            saved = stopping >= 0;
            checkpointed = clocks.nanos.getAsLong();
            checkpointing = true;
            return inputs.positions();
        }

        private void checkpointTook(long nanos) {
            checkpointing = false;
            betweenCheckpoints = Math.max(NANOS_BETWEEN_CHECKPOINTS, CHECKPOINT_PART * nanos);
        }

        private void look() throws IOException {
            long now = clocks.nanos.getAsLong();
            if (stopping < 0 && stop.isWished()) {
                stopping = now;
                engine.checkpointSoon();
            }
            if (now - checkpointed >= betweenCheckpoints) {
                engine.checkpointSoon();
            }
            if (now - shown >= NANOS_BETWEEN_LINES) {
                shown = now;
                if (stopping < 0 && disk.isLow()) {
                    failures.add(disk.message());
                    stopping = now;
                    engine.checkpointSoon();
                }
                progress.show(new Status(
                        (now - began) / 1e9,
                        calls,
                        rejects.total(),
                        engine.eventMicros(),
                        inputs.bytesRead(),
                        inputs.bytesTotal()));
            }
        }

        private Report report(Ending ending) {
            AlertBook book = engine.alerts();
            List<String> all = book.all();
            return new Report(
                    ending,
                    inputs.outlook(),
                    Stream.concat(failures.stream(), inputs.failures().stream()).toList(),
                    calls,
                    engine.late() - lateBefore,
                    rejects.total(),
                    rejects.tallies(),
                    first,
                    last,
                    Duration.ofNanos(clocks.nanos.getAsLong() - began),
                    engine.actors(),
                    engine.templates().known().size(),
                    lines(all),
                    lines(all.stream()
                            .filter(alert -> !alertsBefore.contains(alert))
                            .toList()),
                    warnings(),
                    Notices.of(engine.population().tides(), engine.templates()),
                    new TreeMap<>(engine.dropped()));
        }

        private List<String> warnings() {
            List<String> warnings = new ArrayList<>(said);
            warnings.addAll(geo.troubles());
            warnings.addAll(geo.coverage().warnings());
            warnings.addAll(Blindness.warnings(engine.coverage(), engine.eventMicros()));
            return warnings;
        }

        private List<AlertLine> lines(List<String> alerts) {
            return alerts.stream()
                    .map(AlertLine::of)
                    .sorted(Comparator.comparingDouble(AlertLine::risk)
                            .reversed()
                            .thenComparing(AlertLine::raised)
                            .thenComparing(AlertLine::id))
                    .toList();
        }
    }
}
