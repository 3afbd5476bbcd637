// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The records of a topic that are committed now, from the first to the last.
///
/// @param bootstrap the broker
public record CommittedRecords(String bootstrap) {

    private static final Duration POLL_MAX = Duration.ofMillis(200);
    private static final int FETCH_BYTES_MAX = Topics.RECORD_BYTES_MAX;

    /// @param to gets the value of each record, in the order of each partition
    public void each(String topic, Consumer<byte[]> to) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // With read_committed these are the ends of what is committed, and positions pass over markers.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!isAt(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL_MAX)) {
                    to.accept(one.value() == null ? new byte[0] : one.value());
                }
            }
        }
    }

    private static boolean isAt(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        FETCH_BYTES_MAX),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
