// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import dev.apian.cluster.machine.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// The topics of a cluster, and how far the job has read them.
public final class Topics implements AutoCloseable {

    public static final String CALLS = "apian.calls";
    public static final String ALERTS = "apian.alerts";
    public static final String DEAD_LETTERS = "apian.dead-letters";

    /// The header of a record that ends the time of its partition, as the job knows it.
    static final String END = "apian.end";

    /// The consumer group of the job; it commits at checkpoints.
    public static final String GROUP = "apian";

    /// Larger than the longest record that is read as a call, so that such a record reaches the dead letters.
    public static final int RECORD_BYTES_MAX = 16 << 20;

    /// What Kafka adds to a record, generously.
    public static final int OVERHEAD_BYTES = 4 << 10;

    private static final int ANSWER_MILLIS_MAX = 10_000;
    private static final short COPIES = 1;

    private final Admin admin;

    public Topics(String bootstrap) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS_MAX,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS_MAX));
    }

    /// Whether the broker answers.
    public boolean isReady() throws IOException {
        return !answer(admin.describeCluster().nodes()).isEmpty();
    }

    /// Makes those topics that are missing.
    ///
    /// @param partitions of the topic of calls; the others have one, so that alerts stay in order
    public void create(int partitions) throws IOException {
        Set<String> there = answer(admin.listTopics().names());
        List<NewTopic> missing = List.of(topic(CALLS, partitions), topic(ALERTS, 1), topic(DEAD_LETTERS, 1)).stream()
                .filter(topic -> !there.contains(topic.name()))
                .toList();
        answer(admin.createTopics(missing).all());
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, COPIES)
                .configs(Map.of("max.message.bytes", Integer.toString(RECORD_BYTES_MAX)));
    }

    /// What is in the topic of calls, and how much of it the job has read and committed.
    public Lag lag() throws IOException {
        Map<TopicPartition, Long> ends = ends(CALLS);
        Map<TopicPartition, OffsetAndMetadata> read =
                answer(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
        long sent = 0;
        long consumed = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata committed = read.get(end.getKey());
            sent += end.getValue();
            consumed += committed == null ? 0 : committed.offset();
        }
        return new Lag(sent, consumed);
    }

    private Map<TopicPartition, Long> ends(String topic) throws IOException {
        Map<TopicPartition, OffsetSpec> latest = partitions(topic).stream()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                answer(admin.listOffsets(latest).all());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private List<TopicPartition> partitions(String topic) throws IOException {
        return answer(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .flatMap(one -> one.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private static <T> T answer(KafkaFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("Kafka says: " + cause.getMessage() + "; see `apian cluster status`", cause);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }
}
