// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.cluster.kafka.CallSender;
import dev.apian.cluster.kafka.KafkaBroker;
import dev.apian.lake.Query;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.server.live.LiveSettings;
import dev.apian.server.live.Topics;
import dev.apian.server.live.Topics.TopicSettings;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A real broker, and servers that read from it, end and begin again.
@TestInstance(Lifecycle.PER_CLASS)
class TopicsIT {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int PARTITIONS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private KafkaBroker broker = unset();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = KafkaBroker.start(folder, KafkaBroker.jarsIn(Path.of("..", "cluster", "target", "kafka")));
        try (dev.apian.cluster.kafka.Topics topics = new dev.apian.cluster.kafka.Topics(broker.bootstrap())) {
            topics.create(PARTITIONS);
        }
    }

    @AfterAll
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void everyRecordIsInTheLakeOnceThoughServersEndAndBeginAgainBetween(@TempDir Path data) throws Exception {
        send(0, 2_000);
        try (Reading reading = new Reading(data)) {
            reading.waitFor(1_500);
            reading.nothingIsLate();
        }
        send(2_000, 3_000);
        try (Reading reading = new Reading(data)) {
            reading.waitFor(2_900);
            reading.nothingIsLate();
            send(3_000, 3_500); // minutes of calls within a moment: a partition that is seen first makes others late
            reading.waitFor(3_400);
        }
        assertThat(only(data, "select count(*) from calls")).isEqualTo(3_500L);
        assertThat(only(data, "select count(distinct call_id) from calls")).isEqualTo(3_500L);
        try (Running running = Running.on(data)) {
            assertThat(running.json("/api/v1/coverage").path("rejected").asInt())
                    .as("one record of each time was none")
                    .isEqualTo(3);
        }
    }

    @Test
    void aBrokerThatIsNotThereIsToldAndTheServerGoesOn(@TempDir Path data) throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        InstantSource clock = InstantSource.system();
        Ingest ingest = Ingest.open(ServerSettings.of(data), BuiltIn.detectors(), clock);
        TopicSettings nowhere = new TopicSettings(
                "127.0.0.1:1",
                List.of("calls"),
                "apian",
                Map.of("default.api.timeout.ms", "500", "request.timeout.ms", "400"));
        try (Topics _ = Topics.start(ingest.engine(), nowhere, ingest.reader(), said::add)) {
            for (Instant end = Instant.now().plus(PATIENCE);
                    said.isEmpty() && Instant.now().isBefore(end); ) {
                Thread.sleep(20);
            }
            assertThat(ingest.engine().failure()).isNull();
            assertThat(ingest.engine().progress().dropped()).containsKey("Kafka failures");
        }
        ingest.engine().close();
        assertThat(said).isNotEmpty().allSatisfy(message -> assertThat(message).contains("127.0.0.1:1"));
    }

    private void send(int from, int to) throws Exception {
        try (CallSender sender = new CallSender(broker.bootstrap(), CallSender.Spread.ROUND_ROBIN, Map.of())) {
            sender.send("no record".getBytes(UTF_8));
            for (int i = from; i < to; i++) {
                sender.send(Running.record(START.plusSeconds(i), "c-" + i, "/v1/orders/" + i % 9, 200)
                        .strip()
                        .getBytes(UTF_8));
            }
        }
    }

    private static Object only(Path data, String sql) throws Exception {
        try (Query query = Query.open(data, QueryLimits.DEFAULT);
                QueryResult result = query.run(sql)) {
            result.next();
            return Objects.requireNonNull(result.get(0));
        }
    }

    /// An engine that reads the topic.
    private final class Reading implements AutoCloseable {

        private final Ingest ingest;
        private final Topics topics;

        Reading(Path data) throws Exception {
            LiveSettings live = LiveSettings.DEFAULT.withFlushEvery(Duration.ofMillis(50));
            InstantSource clock = InstantSource.system();
            ingest = Ingest.open(ServerSettings.of(data).withLive(live), BuiltIn.detectors(), clock);
            TopicSettings settings = new TopicSettings(
                    broker.bootstrap(),
                    List.of(dev.apian.cluster.kafka.Topics.CALLS),
                    "apian-" + data.getFileName(),
                    Map.of());
            topics = Topics.start(ingest.engine(), settings, ingest.reader(), System.err::println);
        }

        /// Took so many calls at least; the last minute is judged only when the engine ends.
        void waitFor(long calls) throws InterruptedException {
            Instant end = Instant.now().plus(PATIENCE);
            while (ingest.engine().progress().calls()
                            + ingest.engine().progress().late()
                    < calls - 100) {
                assertThat(Instant.now())
                        .as("calls %d, now %s", calls, ingest.engine().progress())
                        .isBefore(end);
                Thread.sleep(20);
            }
        }

        void nothingIsLate() {
            assertThat(ingest.engine().progress().late()).isZero();
        }

        @Override
        public void close() throws IOException {
            topics.close();
            ingest.engine().close();
        }
    }

    @SuppressWarnings("NullAway") // set before every test
    private static KafkaBroker unset() {
        return null;
    }
}
