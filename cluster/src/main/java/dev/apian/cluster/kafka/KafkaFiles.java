// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import dev.apian.cluster.machine.ClassPaths;
import dev.apian.cluster.machine.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The folder of a broker: its settings, and its storage, which has to be formatted once.
///
/// @param folder where both are
/// @param classPath of Kafka
@SuppressWarnings("InlineFormatString") // a whole file reads better apart
public record KafkaFiles(Path folder, String classPath) {

    /// A cluster of one needs no id of its own; Kafka wants 16 bytes in base64.
    private static final String CLUSTER_ID = "YXBpYW4tY2x1c3Rlci0xMQ";

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            log.dirs=%3$s
            auto.create.topics.enable=false
            # There is one broker.
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            group.initial.rebalance.delay.ms=0
            # A checkpoint may take that long.
            transaction.max.timeout.ms=3600000
            # What was sent for a trial stays until the cluster is deleted.
            log.retention.ms=-1
            """;

    private static final List<String> FLAGS = List.of(
            "-XX:+UseG1GC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS");

    public KafkaFiles {
        folder = folder.toAbsolutePath().normalize();
    }

    /// Writes the settings and formats the storage if it is new; data stays.
    public void prepare(int port, int controllerPort) throws IOException {
        Files.createDirectories(folder);
        Path next = folder.resolve("server.properties.next");
        Files.writeString(next, SETTINGS.formatted(port, controllerPort, storage()));
        Files.move(next, settings(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(storage().resolve("meta.properties"))) {
            Command.run(List.of(
                    ClassPaths.java(),
                    "-cp",
                    classPath,
                    "kafka.tools.StorageTool",
                    "format",
                    "--cluster-id",
                    CLUSTER_ID,
                    "--config",
                    settings().toString()));
        }
    }

    /// The command line of the broker.
    ///
    /// @param heapMb its heap
    public List<String> command(int heapMb) {
        List<String> command = new ArrayList<>();
        command.add(ClassPaths.java());
        command.add("-Xmx" + heapMb + "m");
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classPath, "kafka.Kafka", settings().toString()));
        return command;
    }

    private Path settings() {
        return folder.resolve("server.properties");
    }

    private Path storage() {
        return folder.resolve("data");
    }
}
