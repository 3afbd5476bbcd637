// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is remembered of a cluster between two commands.
///
/// @param sizes how large it is
/// @param ports where its servers listen
/// @param processes by their names, those that were started and not taken down
/// @param job the job that was submitted last
public record ClusterState(
        Sizes sizes,
        Ports ports,
        SortedMap<String, Started> processes,
        @Nullable Submitted job) {

    public ClusterState {
        processes = new TreeMap<>(processes);
    }

    static ClusterState first(Sizes sizes, Ports ports) {
        return new ClusterState(sizes, ports, new TreeMap<>(), null);
    }

    ClusterState with(String name, Started process) {
        SortedMap<String, Started> more = new TreeMap<>(processes);
        more.put(name, process);
        return new ClusterState(sizes, ports, more, job);
    }

    ClusterState without(String name) {
        SortedMap<String, Started> fewer = new TreeMap<>(processes);
        fewer.remove(name);
        return new ClusterState(sizes, ports, fewer, job);
    }

    ClusterState with(Submitted submitted) {
        return new ClusterState(sizes, ports, processes, submitted);
    }

    public Optional<Started> process(String name) {
        return Optional.ofNullable(processes.get(name));
    }

    public boolean isAlive(String name) {
        return process(name).filter(Started::isAlive).isPresent();
    }
}
