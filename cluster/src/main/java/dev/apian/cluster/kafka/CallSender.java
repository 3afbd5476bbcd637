// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Sends records to the topic of calls; each is there exactly once when [#close] returns.
public final class CallSender implements AutoCloseable {

    /// How records are spread over partitions.
    public enum Spread {
        /// One after the other: partitions keep pace with each other.
        ROUND_ROBIN,
        /// As Kafka does it: a batch here, a batch there.
        NONE
    }

    private static final int BATCH_BYTES = 256 << 10;
    private static final long WAITING_BYTES_MAX = 64L << 20;
    private static final int LINGER_MILLIS = 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Header> headers;
    private final Spread spread;
    private final int partitions;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long sent;

    public CallSender(String bootstrap, Spread spread, Map<String, String> headers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MILLIS,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        WAITING_BYTES_MAX,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Topics.RECORD_BYTES_MAX),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.spread = spread;
        this.headers = headers(headers);
        partitions = producer.partitionsFor(Topics.CALLS).size();
    }

    /// Says in every partition that no call comes after it: the job then judges all that waits for its time.
    public static void endAll(String bootstrap) throws IOException {
        try (CallSender sender = new CallSender(bootstrap, Spread.ROUND_ROBIN, Map.of(Topics.END, ""))) {
            for (int i = 0; i < sender.partitions; i++) {
                sender.send(new byte[0]);
            }
        }
    }

    private static List<Header> headers(Map<String, String> given) {
        List<Header> headers = new ArrayList<>();
        given.forEach((name, value) -> headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return headers;
    }

    /// Sends a record, or waits while too many are on their way.
    @SuppressWarnings("FutureReturnValueIgnored") // the callback gets what the future would
    public void send(byte[] value) throws IOException {
        Integer partition = switch (spread) {
            case ROUND_ROBIN -> (int) (sent % partitions);
            case NONE -> null;
        };
        producer.send(new ProducerRecord<>(Topics.CALLS, partition, (byte[]) null, value, headers), (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
        check();
        sent++;
    }

    public long sent() {
        return sent;
    }

    /// Waits until all that was sent is in the topic.
    public void flush() throws IOException {
        try {
            producer.flush();
        } catch (KafkaException e) {
            throw new IOException("Kafka says: " + e.getMessage(), e);
        }
        check();
    }

    private void check() throws IOException {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("after " + sent + " records Kafka says: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
