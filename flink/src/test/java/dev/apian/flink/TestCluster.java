// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import dev.apian.cluster.kafka.KafkaBroker;
import dev.apian.flink.source.RecordReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/// Flink in this process and Kafka in another, on loopback.
final class TestCluster implements AutoCloseable {

    private static final int SLOTS = 4;

    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final KafkaBroker broker;
    private final MiniCluster flink;
    private int taskManager;

    private TestCluster(Path folder, KafkaBroker broker, MiniCluster flink) {
        this.folder = folder;
        this.broker = broker;
        this.flink = flink;
    }

    static TestCluster start(Path folder) throws Exception {
        KafkaBroker broker = KafkaBroker.start(
                folder.resolve("kafka"), KafkaBroker.jarsIn(Path.of("..", "cluster", "target", "kafka")));
        try {
            Configuration settings = new Configuration();
            settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
            settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
            settings.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    folder.resolve("checkpoints").toUri().toString());
            settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
            settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
            settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
            settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
            settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
            settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
            settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
            settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
            MiniCluster flink = new MiniCluster(new MiniClusterConfiguration.Builder()
                    .setConfiguration(settings)
                    .setNumTaskManagers(1)
                    .setNumSlotsPerTaskManager(SLOTS)
                    .build());
            flink.start();
            return new TestCluster(folder, broker, flink);
        } catch (Exception e) {
            broker.close();
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    String kafka() {
        return broker.bootstrap();
    }

    MiniCluster flink() {
        return flink;
    }

    /// A job over calls that were saved.
    TestJob run(int parallelism, Duration lateness) throws IOException {
        return TestJob.start(this, parallelism, lateness, new SavedCalls());
    }

    TestJob run(int parallelism, Duration lateness, RecordReader records) throws IOException {
        return TestJob.start(this, parallelism, lateness, records);
    }

    /// The only task manager is gone, with all tasks on it; another one comes.
    void killTaskManager() throws IOException {
        try {
            flink.terminateTaskManager(taskManager).get();
            taskManager++;
            flink.startTaskManager();
        } catch (Exception e) {
            throw new IOException("cannot replace the task manager", e);
        }
    }

    JobStatus statusOf(JobID job) throws Exception {
        return flink.getJobStatus(job).get();
    }

    @Override
    public void close() throws IOException {
        try (broker) {
            flink.closeAsync().join();
        }
    }
}
