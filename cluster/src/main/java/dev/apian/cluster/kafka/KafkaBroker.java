// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import dev.apian.cluster.machine.FreePorts;
import dev.apian.cluster.machine.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Kafka broker in a process of its own, for tests: it listens on a free port of the loopback address and ends with
/// the test.
///
/// It needs no class of Kafka on the class path of the test, only the folder with the broker's jars:
/// `cluster/target/kafka`.
public final class KafkaBroker implements AutoCloseable {

    /// What the broker logs when it takes requests.
    private static final String READY = "Kafka Server started";

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration STOP_MAX = Duration.ofSeconds(15);
    private static final int HEAP_MB = 256;

    private final Process process;
    private final int port;
    private final Thread onExit;

    private KafkaBroker(Process process, int port) {
        this.process = process;
        this.port = port;
        onExit = new Thread(process::destroyForcibly, "apian-kafka-broker");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /// Starts a broker and waits until it takes requests.
    ///
    /// @param folder where it keeps its data and its log; data that is there is served again
    /// @param classPath the jars of the broker, as [#jarsIn] gives them
    public static KafkaBroker start(Path folder, String classPath) throws IOException {
        List<Integer> ports = FreePorts.take(2);
        KafkaFiles files = new KafkaFiles(folder, classPath);
        files.prepare(ports.get(0), ports.get(1));
        Path log = files.folder().resolve("kafka.log");
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(files.command(HEAP_MB))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        KafkaBroker broker = new KafkaBroker(process, ports.get(0));
        try {
            Waiting.untilReady("kafka", process::isAlive, log, START_MAX, () -> says(log, READY));
            return broker;
        } catch (IOException e) {
            broker.close();
            throw e;
        }
    }

    /// The class path of all jars in a folder.
    public static String jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> file.toAbsolutePath().toString())
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }

    /// What clients call `bootstrap.servers`.
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /// SIGKILL, for tests of what happens when a broker dies.
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook with it.
            return;
        }
    }

    private static boolean says(Path log, String text) throws IOException {
        return Files.exists(log) && Files.readString(log).contains(text);
    }
}
