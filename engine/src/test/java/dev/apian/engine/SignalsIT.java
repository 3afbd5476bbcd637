// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.Pipeline;
import dev.apian.lake.Query;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.Call;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.testkit.SimulatedCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table `signals`: each one once, whatever happened to the process.
class SignalsIT {

    private static final List<Call> CALLS = SimulatedCalls.of(WorldSettings.of(9, 50, 11));
    private static final EngineSettings SETTINGS = EngineSettings.DEFAULT
            .withThreads(1)
            .withLateness(Duration.ofMinutes(2))
            .withCheckpointCalls(2_500);

    @TempDir
    private Path folder;

    private long count;

    @Test
    void aCrashNeitherDoublesNorLosesSignals() throws Exception {
        Path calm = folder.resolve("calm");
        run(calm, 0, CALLS.size(), true);
        List<String> expected = signals(calm);
        assertThat(expected).hasSizeGreaterThan(5).hasSize((int) count);

        Path stormy = folder.resolve("stormy");
        int known = 0;
        for (int stop = 1; stop < 5; stop++) {
            known = run(stormy, known, CALLS.size() * stop / 5, false);
        }
        run(stormy, known, CALLS.size(), true);
        assertThat(signals(stormy)).isEqualTo(expected);
    }

    /// Offers calls, flushing often, and ends in order or without warning.
    ///
    /// @return how many calls the next run need not offer again
    private int run(Path data, int from, int to, boolean inOrder) throws IOException {
        int[] offered = {from};
        try (Installation installation = Installation.open(data);
                Engine engine = Engine.open(installation, new Pipeline(BuiltIn.detectors()), SETTINGS)) {
            engine.positions(() -> Map.of("test.calls", Integer.toString(offered[0])));
            for (Call call : CALLS.subList(from, to)) {
                offered[0]++;
                engine.offer(call);
                if (offered[0] % 1_000 == 0) {
                    engine.flush();
                }
            }
            if (inOrder) {
                engine.finish();
            } else {
                engine.flush();
            }
            count = engine.signals();
        }
        try (Installation installation = Installation.open(data);
                Engine engine = Engine.open(installation, new Pipeline(BuiltIn.detectors()), SETTINGS)) {
            return Integer.parseInt(engine.notes().getOrDefault("test.calls", "0"));
        }
    }

    private static List<String> signals(Path data) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Query query = Query.open(data, QueryLimits.DEFAULT);
                QueryResult result = query.run("SELECT * FROM signals")) {
            while (result.next()) {
                rows.add(result.row().toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
