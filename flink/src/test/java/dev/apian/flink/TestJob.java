// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import static java.util.Objects.requireNonNull;

import dev.apian.flink.source.RecordReader;
import dev.apian.flink.source.RecordSchema;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import dev.apian.testkit.RunnerContract.Told;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One run of the job on a test cluster, over topics of its own.
final class TestJob implements AutoCloseable {

    private static final Duration DONE_MAX = Duration.ofMinutes(2);

    private final TestCluster cluster;
    private final String name;
    private final int partitions;
    private final Duration lateness;
    private final RecordReader records;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private JobID job = new JobID();
    private final Queue<Exception> unsent = new ConcurrentLinkedQueue<>();
    private int sent;

    private TestJob(TestCluster cluster, int parallelism, Duration lateness, RecordReader records) {
        this.cluster = cluster;
        this.name = "t" + UUID.randomUUID().toString().substring(0, 8);
        this.partitions = parallelism;
        this.lateness = lateness;
        this.records = records;
        this.admin = Admin.create(Map.of("bootstrap.servers", cluster.kafka()));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.kafka(), "linger.ms", "5", "max.request.size", "16000000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static TestJob start(TestCluster cluster, int parallelism, Duration lateness, RecordReader records)
            throws IOException {
        TestJob job = new TestJob(cluster, parallelism, lateness, records);
        job.makeTopics();
        job.submit(parallelism, null);
        return job;
    }

    Path data() {
        return cluster.folder().resolve(name);
    }

    void send(Call call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CallCodec.save(call, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        send(new ProducerRecord<>(
                calls(), sent % partitions, null, Base64.getEncoder().encode(bytes.toByteArray())));
        sent++;
    }

    /// Sends a record as it is.
    void send(byte[] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> entry = new ProducerRecord<>(calls(), sent % partitions, null, value);
        headers.forEach((name, text) -> entry.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(entry);
        sent++;
    }

    private void send(ProducerRecord<byte[], byte[]> entry) {
        var unused = producer.send(entry, (place, failure) -> {
            if (failure != null) {
                unsent.add(failure);
            }
        });
    }

    int sent() {
        return sent;
    }

    /// Goes on from a savepoint with another number of tasks.
    void rescale(int parallelism) throws IOException {
        submit(parallelism, stop());
    }

    /// Lets time end in all partitions, and then the job.
    void finish() throws IOException {
        for (int i = 0; i < partitions; i++) {
            ProducerRecord<byte[], byte[]> end = new ProducerRecord<>(calls(), i, null, null);
            end.headers().add(RecordSchema.END, new byte[0]);
            send(end);
        }
        awaitConsumed();
        stop();
    }

    /// The latest version of each alert, as readers of committed records see them.
    List<Told> alerts() throws IOException {
        Map<String, Told> latest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> entry : committed(name + ".alerts")) {
            JsonNode alert = JsonMapper.shared().readTree(entry.value());
            latest.put(new String(entry.key(), StandardCharsets.UTF_8), told(alert));
        }
        return List.copyOf(latest.values());
    }

    long late() throws IOException {
        return column("SELECT call_id FROM calls WHERE late").size();
    }

    List<String> stored() throws IOException {
        return column("SELECT call_id FROM calls").stream().sorted().toList();
    }

    private List<String> column(String sql) throws IOException {
        List<String> values = new ArrayList<>();
        try (Query query = Query.open(data(), QueryLimits.DEFAULT);
                QueryResult rows = query.run(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.get(0)));
            }
            return values;
        } catch (QueryException e) {
            throw new IOException(e);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() throws IOException {
        return committed(name + ".dead");
    }

    @Override
    public void close() throws IOException {
        producer.close();
        admin.close();
        try {
            if (!cluster.statusOf(job).isGloballyTerminalState()) {
                cluster.flink().cancelJob(job).get();
            }
        } catch (Exception e) {
            throw new IOException("cannot end the job", e);
        }
    }

    private String calls() {
        return name + ".calls";
    }

    private void makeTopics() throws IOException {
        List<NewTopic> topics = List.of(
                new NewTopic(calls(), partitions, (short) 1).configs(Map.of("max.message.bytes", "16000000")),
                new NewTopic(name + ".alerts", 1, (short) 1),
                new NewTopic(name + ".dead", 1, (short) 1));
        try {
            admin.createTopics(topics).all().get();
            awaitLeaders();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("cannot make topics", e);
        }
    }

    /// The broker knows a topic a moment after it was made, and only then takes calls.
    private void awaitLeaders() throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + DONE_MAX.toNanos();
        while (true) {
            try {
                ends();
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private void submit(int parallelism, @Nullable String savepoint) throws IOException {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        Topology.build(
                environment,
                new JobSettings(
                        cluster.kafka(),
                        calls(),
                        name + ".alerts",
                        name + ".dead",
                        name,
                        data(),
                        null,
                        records,
                        lateness,
                        Duration.ofMillis(300),
                        parallelism,
                        Math.min(parallelism, partitions)));
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        if (savepoint != null) {
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        }
        try {
            job = cluster.flink().submitJob(graph).get().getJobID();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("cannot submit the job", e);
        }
    }

    private String stop() throws IOException {
        long end = System.nanoTime() + DONE_MAX.toNanos();
        while (true) {
            try {
                String savepoint = cluster.flink()
                        .stopWithSavepoint(
                                job,
                                cluster.folder().resolve("savepoints").toUri().toString(),
                                false,
                                SavepointFormatType.CANONICAL)
                        .get();
                // What the savepoint covers is published while the tasks end.
                cluster.flink().requestJobResult(job).get();
                return savepoint;
            } catch (InterruptedException | ExecutionException e) {
                // A job that just restarts cannot be stopped yet.
                if (System.nanoTime() > end) {
                    throw new IOException("cannot stop the job", e);
                }
                pause();
            }
        }
    }

    private void awaitConsumed() throws IOException {
        producer.flush();
        if (!unsent.isEmpty()) {
            throw new IOException(unsent.size() + " calls did not reach Kafka", unsent.peek());
        }
        long end = System.nanoTime() + DONE_MAX.toNanos();
        try {
            Map<TopicPartition, Long> all = ends();
            while (!isConsumed(all)) {
                wakeReaders();
                JobStatus status = cluster.statusOf(job);
                if (System.nanoTime() > end || status.isGloballyTerminalState()) {
                    throw new IOException("not all calls were consumed; the job is " + status);
                }
                pause();
            }
        } catch (Exception e) {
            throw new IOException("not all calls were consumed", e);
        }
    }

    /// A reader of a quiet partition commits its progress when its poll ends, ten seconds later or at the next
    /// record. An empty one is a dead letter, and no call.
    private void wakeReaders() {
        for (int i = 0; i < partitions; i++) {
            send(new ProducerRecord<>(calls(), i, null, null));
        }
        producer.flush();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int i = 0; i < partitions; i++) {
            asked.put(new TopicPartition(calls(), i), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }

    /// Progress is committed at checkpoints.
    private boolean isConsumed(Map<TopicPartition, Long> all) throws ExecutionException, InterruptedException {
        var offsets = admin.listConsumerGroupOffsets(name)
                .partitionsToOffsetAndMetadata()
                .get();
        for (Map.Entry<TopicPartition, Long> partition : all.entrySet()) {
            OffsetAndMetadata done = offsets.get(partition.getKey());
            if (partition.getValue() > 0 && (done == null || done.offset() < partition.getValue())) {
                return false;
            }
        }
        return true;
    }

    private List<ConsumerRecord<byte[], byte[]>> committed(String topic) throws IOException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.kafka(), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
            List<ConsumerRecord<byte[], byte[]>> entries = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(entries::add);
            }
            return entries;
        }
    }

    private static Told told(JsonNode alert) {
        return new Told(
                alert.get("id").asString(),
                alert.get("risk").asDouble(),
                alert.get("title").asString(),
                alert.get("summary").asString(),
                alert.get("actor").get("id").asString(),
                texts(alert.get("scenarios")),
                texts(alert.get("calls")),
                alert.get("evidence").valueStream().map(TestJob::fact).toList());
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

    private static void pause() throws IOException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
