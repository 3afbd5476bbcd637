// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.Joining;
import dev.apian.server.live.PartitionMerge.Read;
import dev.apian.server.live.PartitionMerge.Run;
import dev.apian.stage.call.CallReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Feeds an engine from topics of Kafka, as a member of a consumer group.
///
/// Where to go on is part of the engine's checkpoint, with the calls judged up to there, so each record is in the lake
/// once, whatever is killed when. Partitions are read beside one another, by the time of their calls. The group's own
/// offsets follow the checkpoints, for tools that show the lag, and are
/// where a new data directory begins.
public final class Topics implements AutoCloseable {

    /// Begins the names of the notes that hold offsets.
    private static final String NOTE = "kafka ";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REACH_MAX = Duration.ofSeconds(10);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    /// So long the calls of all partitions wait for one that has calls and does not deliver them.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// What people read where records are counted that were deleted before they were read.
    private static final String GONE = "Kafka records deleted before they were read";

    private static final String UNREACHABLE = "Kafka failures";

    private final LiveEngine engine;
    private final TopicSettings settings;
    private final CallReader reader;
    private final Consumer<String> say;
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final AtomicLong gone = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;

    /// Offsets of the last checkpoint that are not told to the group yet.
    private volatile Map<String, Long> covered = Map.of();

    private volatile boolean stopping;

    private Topics(LiveEngine engine, TopicSettings settings, CallReader reader, Consumer<String> say) {
        this.engine = engine;
        this.settings = settings;
        this.reader = reader;
        this.say = say;
        this.thread = Thread.ofPlatform().name("apian-kafka").unstarted(this::run);
        engine.notesAtStart().forEach((note, offset) -> {
            if (note.startsWith(NOTE)) {
                taken.put(note.substring(NOTE.length()), Long.parseLong(offset));
            }
        });
    }

    /// @param say hears what goes wrong and when it is right again
    public static Topics start(LiveEngine engine, TopicSettings settings, CallReader reader, Consumer<String> say) {
        Topics topics = new Topics(engine, settings, reader, say);
        engine.follow(new Replayables.Source(topics::positions, topics::counts));
        topics.thread.start();
        return topics;
    }

    /// Ends reading; what was read goes on to the engine.
    @Override
    public void close() {
        stopping = true;
        Joining.join(thread);
    }

    private Map<String, String> positions() {
        Map<String, Long> now = Map.copyOf(taken);
        covered = now;
        Map<String, String> notes = new TreeMap<>();
        now.forEach((partition, offset) -> notes.put(NOTE + partition, Long.toString(offset)));
        return notes;
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put(GONE, gone.get());
        counts.put(UNREACHABLE, failures.get());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /// Begins anew after whatever Kafka cannot do at the moment.
    private void run() {
        try {
            while (!stopping) {
                try {
                    read();
                } catch (WakeupException | InterruptException e) {
                    throw e;
                } catch (KafkaException e) {
                    failures.incrementAndGet();
                    say.accept("Kafka at " + settings.bootstrap() + ": " + e.getMessage() + "; trying again in "
                            + AGAIN_AFTER.toSeconds() + " s");
                    Thread.sleep(AGAIN_AFTER);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            say.accept("reading Kafka ended: " + e.getMessage() + "; restart the server to go on where it was");
        }
    }

    private void read() throws IOException, InterruptedException {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.listTopics(REACH_MAX); // or fails, where polling would wait in silence
            Map<TopicPartition, Long> next = new HashMap<>();
            PartitionMerge merge = new PartitionMerge(engine.lateness().dividedBy(2));
            consumer.subscribe(settings.topics(), new Assignment(consumer, next, merge));
            Predicate<TopicPartition> hasMore = partition -> hasMore(consumer, partition);
            Due patience = new Due();
            while (!stopping) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (TopicPartition partition : records.partitions()) {
                    merge.add(partition, read(records.records(partition)));
                }
                if (give(merge, hasMore, next) || merge.isEmpty()) {
                    patience.in(PATIENCE);
                } else if (patience.now()) {
                    merge.excuse(hasMore);
                }
                pauseWhatIsFull(consumer, merge.full());
                tellTheGroup(consumer);
            }
        }
    }

    private List<Read> read(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Read> read = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] value = record.value() == null ? new byte[0] : record.value();
            read.add(new Read(record.offset(), reader.read(value, 0, value.length)));
        }
        return read;
    }

    /// Gives the engine what is next; false if that is nothing.
    private boolean give(PartitionMerge merge, Predicate<TopicPartition> hasMore, Map<TopicPartition, Long> next)
            throws IOException, InterruptedException {
        boolean given = false;
        for (Run run = merge.next(hasMore); run != null; run = merge.next(hasMore)) {
            TopicPartition partition = run.partition();
            engine.put(TopicPortion.of(run, engine.refused(), offset -> tookUpTo(partition, offset)));
            next.put(partition, run.end());
            given = true;
        }
        return given;
    }

    /// Whether more is known to be there than was read. True until that is known.
    private static boolean hasMore(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.currentLag(partition).orElse(1) > 0;
    }

    private static void pauseWhatIsFull(KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> full) {
        Set<TopicPartition> again = new HashSet<>(consumer.paused());
        again.removeAll(full);
        consumer.resume(again);
        consumer.pause(full);
    }

    /// On the engine's thread.
    private void tookUpTo(TopicPartition partition, long nextOffset) {
        taken.put(partition.toString(), nextOffset);
    }

    private void tellTheGroup(KafkaConsumer<byte[], byte[]> consumer) {
        Map<String, Long> told = covered;
        if (told.isEmpty()) {
            return;
        }
        covered = Map.of();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            Long offset = told.get(partition.toString());
            if (offset != null) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        }
        consumer.commitAsync(offsets, (_, failure) -> {
            if (failure != null) {
                failures.incrementAndGet();
            }
        });
    }

    /// A partition that was given to this member goes on behind what is on its way to the engine, else where the
    /// checkpoint is, else where the group is.
    private final class Assignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<TopicPartition, Long> next;
        private final PartitionMerge merge;

        Assignment(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> next, PartitionMerge merge) {
            this.consumer = consumer;
            this.next = next;
            this.merge = merge;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            merge.revoke(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            merge.assign(partitions);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            for (TopicPartition partition : partitions) {
                Long known = next.getOrDefault(partition, taken.get(partition.toString()));
                if (known != null) {
                    seek(partition, known, first.getOrDefault(partition, 0L));
                }
            }
        }

        private void seek(TopicPartition partition, long known, long first) {
            if (first > known) {
                gone.addAndGet(first - known);
                say.accept("Kafka deleted %d records of %s before they were read; keep them for longer there"
                        .formatted(first - known, partition));
            }
            consumer.seek(partition, Math.max(known, first));
        }
    }

    /// Where and what to read.
    ///
    /// @param bootstrap brokers, as `host:port,host:port`
    /// @param topics    whose records are one call each
    /// @param group     consumer group
    /// @param more      other settings of Kafka's consumer, such as those of its security
    public record TopicSettings(String bootstrap, List<String> topics, String group, Map<String, String> more) {

        public TopicSettings {
            topics = List.copyOf(topics);
            more = Map.copyOf(more);
        }

        Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>(more);
            properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
            properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
            properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            properties.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            properties.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, PartitionMerge.RUN_MAX);
            return properties;
        }
    }
}
