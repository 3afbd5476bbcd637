// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.Pipeline;
import dev.apian.PlainRunner;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Ruling;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.testkit.RunnerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The embedded engine, held to the contract of runners.
class EngineContractIT extends RunnerContract {

    private static final String CALLS_OFFERED = "test.calls";
    private static final long LIVE_BYTES = 64 << 20;

    /// Enough for about 50 states.
    private static final long FEW_LIVE_BYTES = 50 << 10;

    @TempDir
    Path folder;

    @Override
    protected Running start(Pipeline pipeline, int threads) throws IOException {
        return new Embedded(Files.createTempDirectory(folder, "data"), pipeline, threads, LIVE_BYTES);
    }

    /// Where states rest changes memory, never results: here almost all of them are read anew for almost every call.
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 2"})
    void raisesTheSameAlertsWithHardlyAStateInMemory(int threads, int stops) throws IOException {
        try (Embedded running =
                new Embedded(Files.createTempDirectory(folder, "data"), pipeline(), threads, FEW_LIVE_BYTES)) {
            int known = 0;
            for (int stop = 1; stop <= stops; stop++) {
                offer(running, known, calls().size() * stop / (stops + 1));
                known = running.crash();
            }
            offer(running, known, calls().size());
            running.finish();
            assertAllIsThereOnce(running);
        }
    }

    /// What people say holds from the same tick on as in the plain loop, and histories come along once, whether or not
    /// the engine stops afterwards.
    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "2, true"})
    void whoIsWhoIsWhatPeopleSay(int threads, boolean stops) throws IOException {
        int place = calls().size() / 2;
        List<Ruling> said = rulings(place);
        List<Told> expected = ruledReference(said, place);
        try (Embedded running =
                new Embedded(Files.createTempDirectory(folder, "data"), pipeline(), threads, FEW_LIVE_BYTES)) {
            offer(running, 0, place);
            Corrections corrections = Corrections.open(running.data);
            for (Ruling ruling : said) {
                corrections.rule(ruling, "test", Instant.EPOCH);
            }
            int stop = place + 6_000;
            offer(running, place, stop);
            int known = stops ? running.crash() : stop;
            assertThat(known).as("the checkpoint is from after it was said").isGreaterThan(place);
            offer(running, known, calls().size());
            running.finish();

            assertThat(sorted(running.alerts())).isEqualTo(expected).isNotEqualTo(ruledReference(List.of(), place));
        }
    }

    private static void offer(Running running, int from, int until) throws IOException {
        for (Call call : calls().subList(from, until)) {
            running.offer(call);
        }
    }

    /// The first two actors with alerts are one, and the third one's credential is not its own.
    private static List<Ruling> rulings(int place) {
        List<String> actors = ruledReference(List.of(), place).stream()
                .map(Told::actor)
                .distinct()
                .toList();
        Map<String, Facet> credentials = new HashMap<>();
        PlainRunner runner = new PlainRunner(pipeline(), LATENESS, new PlainRunner.Observer() {
            @Override
            public void profiled(Profiled call, Population known) {
                Facet credential = call.identified().credential();
                if (credential != null) {
                    credentials.put(call.identified().actor().id(), credential);
                }
            }
        });
        calls().subList(0, place).forEach(runner::offer);
        List<String> known = actors.stream().filter(credentials::containsKey).toList();
        Facet taken = credentials.getOrDefault(known.get(2), new Facet(Facet.Kind.API_KEY, "none"));
        return List.of(
                new Ruling.Join(known.get(0), known.get(1)),
                new Ruling.Unlink(taken.kind(), taken.value(), known.get(2)));
    }

    private static final class Embedded implements Running {

        private final Path data;
        private final Pipeline pipeline;
        private final EngineSettings settings;
        private Installation installation;
        private Engine engine;
        private int offered;

        private Embedded(Path data, Pipeline pipeline, int threads, long liveBytes) throws IOException {
            this.data = data;
            this.pipeline = pipeline;
            this.settings = EngineSettings.DEFAULT
                    .withLiveBytes(liveBytes)
                    .withThreads(threads)
                    .withLateness(LATENESS)
                    .withCheckpointCalls(2_500);
            this.installation = Installation.open(data);
            this.engine = open();
        }

        private Engine open() throws IOException {
            Engine opened = Engine.open(installation, pipeline, settings);
            opened.positions(() -> Map.of(CALLS_OFFERED, Integer.toString(offered)));
            return opened;
        }

        @Override
        public void offer(Call call) throws IOException {
            offered++;
            engine.offer(call);
        }

        @Override
        public int crash() throws IOException {
            engine.close();
            installation.close();
            installation = Installation.open(data);
            engine = open();
            offered = Integer.parseInt(engine.notes().getOrDefault(CALLS_OFFERED, "0"));
            return offered;
        }

        @Override
        public void finish() throws IOException {
            engine.finish();
        }

        @Override
        public List<Told> alerts() {
            return engine.alerts().all().stream().map(Embedded::told).toList();
        }

        @Override
        public long late() {
            return engine.late();
        }

        @Override
        public List<String> stored() throws IOException {
            List<String> ids = new ArrayList<>();
            try (Query query = Query.open(data, QueryLimits.DEFAULT);
                    QueryResult rows = query.run("SELECT call_id FROM calls")) {
                while (rows.next()) {
                    ids.add(String.valueOf(rows.get(0)));
                }
            } catch (QueryException e) {
                throw new IOException(e);
            }
            ids.sort(null);
            return ids;
        }

        @Override
        public void close() throws IOException {
            engine.close();
            installation.close();
        }

        private static Told told(String json) {
            JsonNode alert = JsonMapper.shared().readTree(json);
            return new Told(
                    alert.get("id").asString(),
                    alert.get("risk").asDouble(),
                    alert.get("title").asString(),
                    alert.get("summary").asString(),
                    alert.get("actor").get("id").asString(),
                    texts(alert.get("scenarios")),
                    texts(alert.get("calls")),
                    alert.get("evidence").valueStream().map(Embedded::fact).toList());
        }

        private static String fact(JsonNode fact) {
            return Told.fact(
                    fact.get("measure").asString(),
                    fact.get("observed").asDouble(),
                    fact.get("expected").isNull()
                            ? Double.NaN
                            : fact.get("expected").asDouble(),
                    fact.get("unit").asString(),
                    fact.get("window").asString());
        }

        private static List<String> texts(JsonNode array) {
            return array.valueStream().map(JsonNode::asString).toList();
        }
    }
}
