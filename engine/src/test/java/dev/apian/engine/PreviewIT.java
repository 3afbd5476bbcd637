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
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alerts before their tick ends: they come true, and looking at them changes nothing.
class PreviewIT {

    private static final List<Call> CALLS = SimulatedCalls.of(WorldSettings.of(9, 50, 11));
    private static final String MARK = ",\"preliminary\":true}";

    /// Hardly a state stays in memory, so that previews read most stories from where they rest.
    private static final EngineSettings SETTINGS = EngineSettings.DEFAULT
            .withThreads(2)
            .withLiveBytes(50 << 10)
            .withLateness(Duration.ofMinutes(2))
            .withCheckpointCalls(10_000);

    @TempDir
    private Path folder;

    @Test
    void lookingChangesNothingThatIsKept() throws IOException {
        Kept calm = run(folder.resolve("calm"), Integer.MAX_VALUE);

        assertThat(calm.alerts).hasSizeGreaterThan(3);
        assertThat(run(folder.resolve("watched"), 7)).isEqualTo(calm);
    }

    /// Each call is judged as it comes, so the last preview of a tick has seen all of it.
    @Test
    void whatIsShownLastBecomesTheAlert() throws IOException {
        try (Installation installation = Installation.open(folder);
                Engine engine = open(installation)) {
            Map<String, String> waiting = new HashMap<>();
            Set<String> cameTrue = new HashSet<>();
            for (Call call : CALLS) {
                engine.offer(call);
                engine.advanceTo(call.micros() + 1);
                if (preliminary(engine).isEmpty()) {
                    waiting.forEach(
                            (id, json) -> assertThat(engine.alerts().byId(id)).contains(json));
                    cameTrue.addAll(waiting.keySet());
                    waiting.clear();
                }
                engine.preview();
                waiting.putAll(preliminary(engine));
            }
            engine.finish();
            cameTrue.addAll(waiting.keySet());

            assertThat(engine.alerts().shown()).isEqualTo(engine.alerts().all());
            assertThat(cameTrue)
                    .hasSizeGreaterThan(3)
                    .isEqualTo(
                            engine.alerts().all().stream().map(PreviewIT::idOf).collect(Collectors.toSet()));
        }
    }

    @Test
    void filesKnowNothingOfIt() throws Exception {
        try (Installation installation = Installation.open(folder);
                Engine engine = open(installation)) {
            for (int i = 0; i < CALLS.size(); i++) {
                engine.offer(CALLS.get(i));
                if (i % 5 == 0) {
                    engine.preview();
                }
                if (engine.alerts().size() == 0 && !engine.alerts().shown().isEmpty()) {
                    engine.flush();
                    break;
                }
            }
            assertThat(engine.alerts().all()).isEmpty();
            assertThat(engine.alerts().shown()).hasSize(1);
            engine.alerts().writeTo(folder.resolve("alerts.ndjson"));
        }
        assertThat(folder.resolve("alerts.ndjson")).isEmptyFile();
        try (Query query = Query.open(folder, QueryLimits.DEFAULT);
                QueryResult rows = query.run("SELECT id FROM alerts")) {
            assertThat(rows.next()).isFalse();
        }
    }

    /// By id, without the mark.
    private static Map<String, String> preliminary(Engine engine) {
        return engine.alerts().shown().stream()
                .filter(json -> json.endsWith(MARK))
                .map(json -> json.replace(MARK, "}"))
                .collect(Collectors.toMap(PreviewIT::idOf, json -> json));
    }

    private static String idOf(String json) {
        return json.substring(json.indexOf("al-"), json.indexOf("\",\"raised_at"));
    }

    private static Engine open(Installation installation) throws IOException {
        return Engine.open(installation, new Pipeline(BuiltIn.detectors()), SETTINGS);
    }

    /// What an engine leaves behind: in order of their first version its alerts, and its states and the parts of the
    /// last checkpoint, as bytes.
    private record Kept(List<String> alerts, long signals, Map<String, String> checkpoint) {}

    private static Kept run(Path data, int previewEvery) throws IOException {
        List<String> alerts;
        long signals;
        try (Installation installation = Installation.open(data);
                Engine engine = open(installation)) {
            int offered = 0;
            for (Call call : CALLS) {
                engine.offer(call);
                offered++;
                if (offered % previewEvery == 0) {
                    engine.preview();
                }
            }
            engine.finish();
            alerts = engine.alerts().all();
            signals = engine.signals();
        }
        try (Installation installation = Installation.open(data);
                StateStore store = StateStore.open(installation)) {
            return new Kept(alerts, signals, checkpoint(store));
        }
    }

    private static Map<String, String> checkpoint(StateStore store) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Kind kind : Kind.ALL) {
            Map<Long, Integer> lasts = new TreeMap<>();
            store.forEachLast(kind, lasts::put);
            for (Map.Entry<Long, Integer> last : lasts.entrySet()) {
                all.put(kind + " " + last, hex(store.cold(kind).load(last.getKey())));
            }
        }
        for (String part : List.of("front", "population", "shards", "triage")) {
            all.put(part, store.parts(part + "/").stream().map(PreviewIT::hex).collect(Collectors.joining()));
        }
        all.put("alerts", store.alerts().stream().map(PreviewIT::hex).collect(Collectors.joining()));
        return all;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
