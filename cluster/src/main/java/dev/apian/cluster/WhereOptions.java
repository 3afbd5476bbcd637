// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.machine.ClassPaths;
import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Layout;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which cluster is meant, the same for every command; and, from the launcher, what its processes are made of.
final class WhereOptions {

    @Option(
            names = "--dir",
            defaultValue = ".apian/cluster",
            paramLabel = "DIR",
            description = "The cluster's folder. Default: ${DEFAULT-VALUE}.")
    private Path dir;

    @Option(names = "--flink-classpath", defaultValue = "${sys:apian.cluster.flink:-}", hidden = true)
    private String flink;

    @Option(names = "--kafka-classpath", defaultValue = "${sys:apian.cluster.kafka:-}", hidden = true)
    private String kafka;

    Layout layout() {
        return new Layout(dir);
    }

    ClassPaths classPaths() {
        return new ClassPaths(flink, kafka);
    }

    Cluster open(Terminal terminal) throws IOException {
        return Cluster.open(layout(), classPaths(), terminal::say);
    }
}
