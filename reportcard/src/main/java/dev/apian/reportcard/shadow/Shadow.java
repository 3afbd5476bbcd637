// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.Pipeline;
import dev.apian.PlainRunner;
import dev.apian.engine.geo.Geo;
import dev.apian.reportcard.Watcher;
import dev.apian.stage.call.Call;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.triage.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Reads recorded traffic once as it is, and once for each kind of attack with attacks in between. The recording stays
/// untouched: the copy with attacks in it exists call by call, in memory.
public final class Shadow {

    static final int CALLS_MIN = 1_000;
    static final int ACTORS_MIN = 20;
    static final double DAYS_MIN = 2;

    private static final Duration LATENESS = Duration.ofSeconds(60);
    private static final int CALLS_BETWEEN_LINES = 10_000;

    private final Recording recording;
    private final Geo geo;
    private final long seed;
    private final Watcher watcher;

    private Shadow(Recording recording, Geo geo, long seed, Watcher watcher) {
        this.recording = recording;
        this.geo = geo;
        this.seed = seed;
        this.watcher = watcher;
    }

    /// @param folder a data directory of Apian, or a folder of record files
    /// @param places where addresses are, see [Geo]; without them only records that say so have a place
    /// @param seed chooses the culprits
    /// @throws IllegalArgumentException if there is too little in it to say anything
    public static ShadowReport of(Path folder, List<Path> places, long seed, Watcher watcher) throws IOException {
        try (Geo geo = Geo.open(places)) {
            return new Shadow(Recording.in(folder), geo, seed, watcher).report();
        }
    }

    private ShadowReport report() throws IOException {
        watcher.begins("as it is");
        Survey survey = new Survey();
        replay(new PlainRunner(new Pipeline(BuiltIn.detectors()), LATENESS, survey), List.of());
        if (survey.calls() < CALLS_MIN || survey.actors().size() < ACTORS_MIN || survey.days() < DAYS_MIN) {
            throw new IllegalArgumentException(("%s: %d calls of %d actors with answers in %.1f days;"
                            + " it takes %d calls, %d actors and %.0f days to say anything")
                    .formatted(
                            recording.source(),
                            survey.calls(),
                            survey.actors().size(),
                            survey.days(),
                            CALLS_MIN,
                            ACTORS_MIN,
                            DAYS_MIN));
        }
        List<Usage> targets = survey.targets();
        List<ShadowReport.Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            watcher.begins("with " + kind.label() + " in it");
            List<Part> parts = new Plot(survey, seed).write(kind, targets);
            judge(parts, survey);
            parts.forEach(part -> rows.add(part.row(kind)));
        }
        return new ShadowReport(
                recording.source(),
                survey.calls(),
                survey.actors().size(),
                survey.days(),
                survey.alerts(),
                recording.bodies(),
                rows);
    }

    private void judge(List<Part> parts, Survey survey) throws IOException {
        List<Call> injected = parts.stream()
                .flatMap(part -> part.calls().stream())
                .sorted(Comparator.comparingLong(Call::micros))
                .toList();
        if (injected.isEmpty()) {
            return;
        }
        PlainRunner.Observer observer = new PlainRunner.Observer() {
            @Override
            public void raised(Alert version) {
                boolean tellsOfIt = version.calls().stream().anyMatch(call -> call.startsWith(Plot.PREFIX));
                if (tellsOfIt || !survey.wasRaised(version)) {
                    parts.stream().filter(part -> part.isOf(version)).forEach(part -> part.see(version));
                }
            }
        };
        replay(new PlainRunner(new Pipeline(BuiltIn.detectors()), LATENESS, observer), injected);
    }

    /// @param injected in the order of time
    private void replay(PlainRunner runner, List<Call> injected) throws IOException {
        Deque<Call> waiting = new ArrayDeque<>(injected);
        int[] calls = new int[1];
        recording.replay(call -> {
            while (!waiting.isEmpty() && waiting.getFirst().micros() <= call.micros()) {
                runner.offer(waiting.removeFirst());
            }
            runner.offer(call.withOrigin(geo.locate(call.origin())));
            if (++calls[0] % CALLS_BETWEEN_LINES == 0) {
                watcher.calls(CALLS_BETWEEN_LINES);
            }
        });
        waiting.forEach(runner::offer);
        runner.finish();
    }
}
