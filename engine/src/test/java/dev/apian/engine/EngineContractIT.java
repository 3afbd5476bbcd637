// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.stage.call.Call;
import dev.apian.testkit.RunnerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The embedded engine, held to the contract of runners.
class EngineContractIT extends RunnerContract {

    private static final String CALLS_OFFERED = "test.calls";

    @TempDir
    Path folder;

    @Override
    protected Running start(Pipeline pipeline, int threads) throws IOException {
        return new Embedded(Files.createTempDirectory(folder, "data"), pipeline, threads);
    }

    private static final class Embedded implements Running {

        private final Path data;
        private final Pipeline pipeline;
        private final EngineSettings settings;
        private Installation installation;
        private Engine engine;
        private int offered;

        private Embedded(Path data, Pipeline pipeline, int threads) throws IOException {
            this.data = data;
            this.pipeline = pipeline;
            this.settings = EngineSettings.DEFAULT
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
