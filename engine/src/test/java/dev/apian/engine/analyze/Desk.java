// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import dev.apian.engine.EngineSettings;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Rota;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Runs analyses on one data directory, at a desk where no clock but the test's own is ticking.
final class Desk {

    static final Instant TODAY = Instant.parse("2026-04-01T12:00:00Z");

    private static final long SECOND = 1_000_000_000L;

    private final Path data;
    private final StringWriter screen = new StringWriter();
    private UnaryOperator<AnalyzeSettings> changes = settings -> settings;
    private InputStream standardInput = InputStream.nullInputStream();

    Desk(Path data) {
        this.data = data;
    }

    Desk with(UnaryOperator<AnalyzeSettings> change) {
        changes = change;
        return this;
    }

    Desk withStandardInput(byte[] bytes) {
        standardInput = new ByteArrayInputStream(bytes);
        return this;
    }

    Report analyze(Path... files) throws IOException {
        return run(new Stop(), () -> 0L, files);
    }

    /// Somebody pulls the plug after so many looks at the clock (one every 256 calls and at a checkpoint): what came
    /// after the last
    /// checkpoint is lost, as with `kill -9`.
    Report killedAfter(int looks, Path... files) throws IOException {
        return stoppedAfter(looks, 100 * SECOND, files);
    }

    /// Somebody presses Ctrl-C after so many looks at the clock.
    Report interruptedAfter(int looks, Path... files) throws IOException {
        return stoppedAfter(looks, 0, files);
    }

    /// What progress wrote.
    String screen() {
        return screen.toString();
    }

    /// The only value of a query.
    @Nullable
    Object ask(String sql) throws IOException {
        try (Query query = Query.open(data, QueryLimits.DEFAULT);
                QueryResult result = query.run(sql)) {
            result.next();
            return result.get(0);
        } catch (QueryException e) {
            throw new IOException(e);
        }
    }

    private Report stoppedAfter(int looks, long jump, Path... files) throws IOException {
        Stop stop = new Stop();
        LongSupplier nanos = new LongSupplier() {
            private int asked;

            @Override
            public long getAsLong() {
                asked++;
                if (asked == looks) {
                    stop.wish();
                }
                return Math.max(0, asked - looks) * jump;
            }
        };
        return run(stop, nanos, files);
    }

    private Report run(Stop stop, LongSupplier nanos, Path... files) throws IOException {
        AnalyzeSettings usual = AnalyzeSettings.of(List.of(files), data)
                .withReaders(2)
                .withEngine(EngineSettings.DEFAULT.withThreads(2).withCheckpointCalls(500));
        Analyze.Clocks clocks = new Analyze.Clocks(() -> TODAY.toEpochMilli() * 1_000, nanos);
        Progress progress = new Progress(new PrintWriter(screen), false);
        Rota rota = Rota.always(Detections.of(BuiltIn.detectors()));
        return new Analyze(rota, standardInput, clocks, progress, stop).run(changes.apply(usual));
    }
}
