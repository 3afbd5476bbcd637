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
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Rota;
import dev.apian.stage.signal.Rota.Shift;
import dev.apian.stage.signal.Tuning;
import dev.apian.testkit.SimulatedCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings that change while calls are judged.
class RotaIT {

    private static final List<Call> CALLS = SimulatedCalls.of(WorldSettings.of(9, 50, 11));
    private static final long CHANGE = CALLS.get(CALLS.size() / 2).micros();
    private static final EngineSettings SETTINGS = EngineSettings.DEFAULT
            .withThreads(2)
            .withLateness(Duration.ofMinutes(2))
            .withCheckpointCalls(2_500);

    private static final Detections LOUDER = Detections.tuned(
            BuiltIn.detectors(),
            Map.of(
                    "many-refused", new Tuning(true, Map.of("limit", "3")),
                    "sensitive-first-use", new Tuning(false, Map.of())));

    private static final Rota ROTA =
            new Rota(List.of(new Shift(Long.MIN_VALUE, Detections.of(BuiltIn.detectors())), new Shift(CHANGE, LOUDER)));

    @TempDir
    private Path folder;

    @Test
    void settingsChangeAtTheirTimeAndACrashChangesNothing() throws Exception {
        List<String> before = signals(run("before", Rota.always(Detections.of(BuiltIn.detectors())), 1));
        List<String> calm = signals(run("calm", ROTA, 1));
        List<String> stormy = signals(run("stormy", ROTA, 4));
        assertThat(stormy).isEqualTo(calm);
        assertThat(until(CHANGE, calm)).isEqualTo(until(CHANGE, before));
        List<String> after = calm.subList(until(CHANGE, calm).size(), calm.size());
        assertThat(after).anyMatch(signal -> signal.contains("many-refused"));
        assertThat(after).noneMatch(signal -> signal.contains("sensitive-first-use"));
        assertThat(calm).isNotEqualTo(before);
    }

    private static List<String> until(long micros, List<String> signals) {
        return signals.stream()
                .filter(signal -> Long.parseLong(signal.substring(0, signal.indexOf(' '))) < micros)
                .toList();
    }

    /// Judges all calls, in so many runs of which only the last ends in order.
    private Path run(String name, Rota rota, int runs) throws IOException {
        Path data = folder.resolve(name);
        int known = 0;
        for (int run = 1; run <= runs; run++) {
            int[] offered = {known};
            try (Installation installation = Installation.open(data);
                    Engine engine = Engine.open(installation, new Pipeline(rota.latest()), SETTINGS)) {
                offered[0] = Integer.parseInt(engine.notes().getOrDefault("test.calls", "0"));
                engine.follow(rota);
                engine.positions(() -> Map.of("test.calls", Integer.toString(offered[0])));
                for (Call call : CALLS.subList(offered[0], CALLS.size() * run / runs)) {
                    offered[0]++;
                    engine.offer(call);
                }
                if (run == runs) {
                    engine.finish();
                }
            }
            known = offered[0];
        }
        return data;
    }

    private static List<String> signals(Path data) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Query query = Query.open(data, QueryLimits.DEFAULT);
                QueryResult result = query.run(
                        "SELECT epoch_us(time) || ' ' || scenario || ' ' || call_id FROM signals ORDER BY time, 1")) {
            while (result.next()) {
                rows.add(String.valueOf(result.get(0)));
            }
        }
        return rows;
    }
}
