// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.flink;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the memory of one TaskManager is divided. Flink's own scripts work this out before the process starts; a process
/// that is started without them wants every part named.
///
/// @param heapMb for the job's objects
/// @param managedMb for RocksDB
/// @param networkMb for records between tasks
record TaskManagerMemory(int heapMb, int managedMb, int networkMb) {

    private static final int FRAMEWORK_HEAP_MB = 128;
    private static final int FRAMEWORK_OFF_HEAP_MB = 128;
    private static final int TASK_OFF_HEAP_MB = 64;
    private static final int METASPACE_MB = 192;
    private static final int OVERHEAD_MB = 128;

    private static final int MANAGED_PERCENT = 25;
    private static final int NETWORK_PERCENT = 10;
    private static final int NETWORK_MB_MAX = 256;

    /// @param totalMb all that the process may use, 1200 or more
    static TaskManagerMemory of(int totalMb) {
        int managed = totalMb * MANAGED_PERCENT / 100;
        int network = Math.min(NETWORK_MB_MAX, totalMb * NETWORK_PERCENT / 100);
        int fixed = FRAMEWORK_HEAP_MB + FRAMEWORK_OFF_HEAP_MB + TASK_OFF_HEAP_MB + METASPACE_MB + OVERHEAD_MB;
        return new TaskManagerMemory(totalMb - fixed - managed - network, managed, network);
    }

    List<String> jvmFlags() {
        int heap = heapMb + FRAMEWORK_HEAP_MB;
        int direct = networkMb + FRAMEWORK_OFF_HEAP_MB + TASK_OFF_HEAP_MB;
        return List.of(
                "-Xms" + heap + "m",
                "-Xmx" + heap + "m",
                "-XX:MaxDirectMemorySize=" + direct + "m",
                "-XX:MaxMetaspaceSize=" + METASPACE_MB + "m");
    }

    /// @param slots which is also what is told about processors
    Map<String, String> settings(int slots) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("taskmanager.cpu.cores", Integer.toString(slots));
        settings.put("taskmanager.memory.task.heap.size", heapMb + "m");
        settings.put("taskmanager.memory.task.off-heap.size", TASK_OFF_HEAP_MB + "m");
        settings.put("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP_MB + "m");
        settings.put("taskmanager.memory.framework.off-heap.size", FRAMEWORK_OFF_HEAP_MB + "m");
        settings.put("taskmanager.memory.managed.size", managedMb + "m");
        settings.put("taskmanager.memory.network.min", networkMb + "m");
        settings.put("taskmanager.memory.network.max", networkMb + "m");
        settings.put("taskmanager.memory.jvm-metaspace.size", METASPACE_MB + "m");
        settings.put("taskmanager.memory.jvm-overhead.min", OVERHEAD_MB + "m");
        settings.put("taskmanager.memory.jvm-overhead.max", OVERHEAD_MB + "m");
        return settings;
    }
}
