// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.nio.file.Path;
import java.util.List;

/// Where a cluster keeps what, below one folder.
///
/// @param root the folder, absolute, since the processes outlive the command that started them
public record Layout(Path root) {

    public Layout {
        root = root.toAbsolutePath().normalize();
    }

    public Path flink() {
        return root.resolve("flink");
    }

    public Path flinkConf() {
        return flink().resolve("conf");
    }

    public Path checkpoints() {
        return flink().resolve("checkpoints");
    }

    public Path savepoints() {
        return flink().resolve("savepoints");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path lake() {
        return root.resolve("lake");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /// The key of fingerprints, which the job's tasks and the server share.
    public Path key() {
        return root.resolve("apian.key");
    }

    public Path state() {
        return root.resolve("cluster.json");
    }

    Path lock() {
        return root.resolve("cluster.lock");
    }

    /// All that a cluster ever writes: what deleting it deletes.
    List<Path> contents() {
        return List.of(flink(), kafka(), postgres(), lake(), logs(), key(), state(), lock());
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /// What a process writes to its standard output, where that is not its log.
    public Path output(String process) {
        return logs().resolve(process + ".out");
    }
}
