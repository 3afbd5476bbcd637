// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.sink;

import dev.apian.flink.JobSettings;
import dev.apian.flink.source.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/// The topics that the job writes, each record exactly once for readers of committed records.
public final class Topics {

    /// A broker allows fifteen minutes unless told otherwise; a job that was down for longer loses what it had
    /// written and not committed, and writes it again.
    private static final Duration TRANSACTION_MAX = Duration.ofMinutes(15);

    private Topics() {}

    public static KafkaSink<Told> alerts(JobSettings settings) {
        String topic = settings.alerts();
        return sink(
                settings,
                topic,
                (told, context, timestamp) -> new ProducerRecord<>(topic, null, bytes(told.id()), bytes(told.json())));
    }

    public static KafkaSink<DeadLetter> deadLetters(JobSettings settings) {
        String topic = settings.deadLetters();
        return sink(
                settings,
                topic,
                (letter, context, timestamp) -> new ProducerRecord<>(
                        topic,
                        null,
                        bytes(letter.topic() + "-" + letter.partition() + "@" + letter.offset()),
                        letter.value(),
                        headers(letter)));
    }

    private static List<Header> headers(DeadLetter letter) {
        return List.of(
                new RecordHeader("apian.reason", bytes(letter.reason())),
                new RecordHeader("apian.topic", bytes(letter.topic())),
                new RecordHeader("apian.partition", bytes(Integer.toString(letter.partition()))),
                new RecordHeader("apian.offset", bytes(Long.toString(letter.offset()))),
                new RecordHeader("apian.bytes", bytes(Integer.toString(letter.size()))));
    }

    private static <T> KafkaSink<T> sink(JobSettings settings, String topic, KafkaRecordSerializationSchema<T> schema) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(settings.kafka())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.group() + "." + topic)
                .setProperty("transaction.timeout.ms", Long.toString(TRANSACTION_MAX.toMillis()))
                .setProperty("compression.type", "zstd")
                .setRecordSerializer(schema)
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
