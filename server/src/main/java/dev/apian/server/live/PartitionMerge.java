// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.Outcome.Accepted;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Puts records of several partitions in the order of their calls' time, or a server that catches up would read one
/// partition after the other, and the calls of the later ones would be too late to be judged.
///
/// The partition whose next call is the oldest goes first, until its calls are later by the slack than the next one of
/// another. A partition with nothing here holds all others back while it has more to read, unless it is excused.
final class PartitionMerge {

    /// Records of all partitions together; a partition that has its share here is not read further.
    static final int RECORDS_MAX = 32_768;

    private static final int SHARE_MIN = 256;

    /// Of one run.
    static final int RUN_MAX = 4_096;

    /// A record as it was read.
    record Read(long offset, Outcome outcome) {

        /// What is no call has no time, and goes with those before it.
        long micros() {
            return outcome instanceof Accepted accepted ? accepted.call().micros() : Long.MIN_VALUE;
        }
    }

    /// Records of one partition that follow one another, at least one.
    record Run(TopicPartition partition, List<Read> records) {

        long end() {
            return records.getLast().offset() + 1;
        }
    }

    private final long slackMicros;
    private final Map<TopicPartition, Queue<Read>> waiting = new LinkedHashMap<>();
    private final Set<TopicPartition> excused = new HashSet<>();

    /// @param slack by which calls of partitions may be out of order
    PartitionMerge(Duration slack) {
        this.slackMicros = slack.toNanos() / 1_000;
    }

    void assign(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> waiting.putIfAbsent(partition, new ArrayDeque<>()));
    }

    /// Forgets what waits of them; whoever has them next reads it again.
    void revoke(Collection<TopicPartition> partitions) {
        waiting.keySet().removeAll(partitions);
        excused.removeAll(partitions);
    }

    void add(TopicPartition partition, List<Read> records) {
        waiting.computeIfAbsent(partition, _ -> new ArrayDeque<>()).addAll(records);
        excused.remove(partition);
    }

    boolean isEmpty() {
        return waiting.values().stream().allMatch(Queue::isEmpty);
    }

    /// Those that have their share here, and should not be read further for now.
    Set<TopicPartition> full() {
        int share = Math.max(SHARE_MIN, RECORDS_MAX / Math.max(1, waiting.size()));
        Set<TopicPartition> full = new HashSet<>();
        waiting.forEach((partition, records) -> {
            if (records.size() >= share) {
                full.add(partition);
            }
        });
        return full;
    }

    /// Goes on without partitions that do not deliver what they have, until they do.
    ///
    /// @param hasMore whether there is more to read of a partition
    void excuse(Predicate<TopicPartition> hasMore) {
        waiting.forEach((partition, records) -> {
            if (records.isEmpty() && hasMore.test(partition)) {
                excused.add(partition);
            }
        });
    }

    /// Takes the records that are next, null if there are none or if others may be before them.
    ///
    /// @param hasMore whether there is more to read of a partition
    @Nullable
    Run next(Predicate<TopicPartition> hasMore) {
        TopicPartition first = null;
        Queue<Read> records = new ArrayDeque<>();
        long firstMicros = Long.MAX_VALUE;
        long othersMicros = Long.MAX_VALUE;
        for (Map.Entry<TopicPartition, Queue<Read>> entry : waiting.entrySet()) {
            Read head = entry.getValue().peek();
            if (head == null) {
                if (!excused.contains(entry.getKey()) && hasMore.test(entry.getKey())) {
                    return null;
                }
            } else if (first == null || head.micros() < firstMicros) {
                othersMicros = firstMicros;
                first = entry.getKey();
                records = entry.getValue();
                firstMicros = head.micros();
            } else {
                othersMicros = Math.min(othersMicros, head.micros());
            }
        }
        return first == null ? null : new Run(first, takeUntil(records, later(othersMicros)));
    }

    private long later(long micros) {
        return micros > Long.MAX_VALUE - slackMicros ? Long.MAX_VALUE : micros + slackMicros;
    }

    private static List<Read> takeUntil(Queue<Read> records, long micros) {
        List<Read> taken = new ArrayList<>();
        for (Read head = records.peek();
                head != null && taken.size() < RUN_MAX && (taken.isEmpty() || head.micros() <= micros);
                head = records.peek()) {
            taken.add(records.remove());
        }
        return taken;
    }
}
