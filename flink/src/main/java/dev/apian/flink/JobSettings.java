// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import dev.apian.flink.source.RecordReader;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What the job reads and where its results go.
///
/// @param kafka       bootstrap servers
/// @param calls       the topic with records, each a call
/// @param alerts      the topic for every version of every alert, JSON keyed by the alert's id
/// @param deadLetters the topic for what is no call
/// @param group       consumer group, under which the progress is committed at checkpoints
/// @param lake        the shared folder for calls and signals; null for none
/// @param catalogue   JDBC URL of the database that keeps alerts for people; null for none
/// @param records     reads the records
/// @param lateness    how far behind the latest calls of its partition one may come and still be judged
/// @param checkpointInterval time between checkpoints; results become visible to others with each
/// @param parallelism tasks of each step but those of which there is one
/// @param readers     tasks that read, no more than the topic has partitions: one without any would hold time back
public record JobSettings(
        String kafka,
        String calls,
        String alerts,
        String deadLetters,
        String group,
        @Nullable Path lake,
        @Nullable String catalogue,
        RecordReader records,
        Duration lateness,
        Duration checkpointInterval,
        int parallelism,
        int readers) {

    public JobSettings {
        if (parallelism < 1 || parallelism > Topology.PARALLELISM_MAX) {
            throw new IllegalArgumentException(
                    "parallelism=" + parallelism + ", expected 1 to " + Topology.PARALLELISM_MAX);
        }
        if (readers < 1 || readers > parallelism) {
            throw new IllegalArgumentException("readers=" + readers + ", expected 1 to parallelism=" + parallelism);
        }
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("lateness=" + lateness + ", expected zero or more");
        }
    }

    long latenessMicros() {
        return lateness.toMillis() * 1_000;
    }
}
