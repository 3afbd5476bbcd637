// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.util.ArrayList;
import java.util.List;

/// How large a cluster is.
///
/// @param taskManagers processes that work
/// @param slots tasks that each of them takes
/// @param jobManagerMb heap of the JobManager
/// @param taskManagerMb all memory of one TaskManager
/// @param kafkaMb heap of the broker
/// @param partitions of the topic of calls
/// @param checkpointSeconds between two checkpoints
public record Sizes(
        int taskManagers,
        int slots,
        int jobManagerMb,
        int taskManagerMb,
        int kafkaMb,
        int partitions,
        int checkpointSeconds) {

    public static final Sizes DEFAULT = new Sizes(2, 2, 1024, 2560, 512, 4, 10);

    private static final int TASK_MANAGERS_MAX = 64;
    private static final int SLOTS_MAX = 64;
    private static final int JOB_MANAGER_MB_MIN = 256;
    private static final int TASK_MANAGER_MB_MIN = 1200;
    private static final int KAFKA_MB_MIN = 128;
    private static final int MB_MAX = 1 << 20;
    private static final int PARTITIONS_MAX = 1_000;
    private static final int CHECKPOINT_SECONDS_MAX = 24 * 60 * 60;

    public Sizes {
        List<String> problems = new ArrayList<>();
        check(problems, "--taskmanagers", taskManagers, 1, TASK_MANAGERS_MAX);
        check(problems, "--slots", slots, 1, SLOTS_MAX);
        check(problems, "--jobmanager-memory", jobManagerMb, JOB_MANAGER_MB_MIN, MB_MAX);
        check(problems, "--taskmanager-memory", taskManagerMb, TASK_MANAGER_MB_MIN, MB_MAX);
        check(problems, "--kafka-memory", kafkaMb, KAFKA_MB_MIN, MB_MAX);
        check(problems, "--partitions", partitions, 1, PARTITIONS_MAX);
        check(problems, "--checkpoint-interval", checkpointSeconds, 1, CHECKPOINT_SECONDS_MAX);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n       ", problems));
        }
    }

    private static void check(List<String> problems, String option, int found, int min, int max) {
        if (found < min || found > max) {
            problems.add(option + " " + found + ", expected " + min + " to " + max);
        }
    }
}
