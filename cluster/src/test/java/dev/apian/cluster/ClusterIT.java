// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.cluster.kafka.KafkaBroker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole cluster of real processes, up and down.
class ClusterIT {

    @TempDir
    Path folder;

    @AfterEach
    void leaveNothing() {
        run("", "down");
    }

    @Test
    void aClusterComesUpTakesCallsSurvivesAKillAndLeavesNothing() throws IOException {
        Session up = run("", "up", "--taskmanagers", "1", "--taskmanager-memory", "1200", "--kafka-memory", "256");
        assertThat(up.code()).as(up.err()).isZero();
        assertThat(up.out()).contains("http://127.0.0.1:", "jdbc:postgresql://127.0.0.1:");
        assertThat(strangersWhoCanConnect()).as("sockets that others can reach").isEmpty();
        assertThat(Files.getPosixFilePermissions(folder.resolve("apian.key"))).hasSize(2);

        Session sent = run("{\"a\":1}\n{\"a\":2}\n", "send", "-");
        assertThat(sent.out()).as(sent.err()).isEqualTo("2\n");
        assertThat(run("", "dump", "--topic", "apian.calls").out().lines())
                .containsExactlyInAnyOrder("{\"a\":1}", "{\"a\":2}");
        assertThat(run("", "dump", "--sql", "select 1 as one").out()).isEqualTo("{\"one\":1}\n");

        Session status = run("", "status");
        assertThat(status.code()).isZero();
        assertThat(status.out()).contains("calls       2 sent, 0 in a checkpoint, 2 behind");

        long before = pids().getLast();
        Session killed = run("", "kill-taskmanager");
        assertThat(killed.code()).as(killed.err()).isZero();
        assertThat(ProcessHandle.of(before).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(run("", "status").code()).isZero();
        assertThat(run("", "up", "--taskmanagers", "1").err()).contains("it is up already");

        List<Long> all = pids();
        assertThat(all).hasSize(4);
        Session down = run("", "down", "--delete");
        assertThat(down.code()).as(down.err()).isZero();
        assertThat(all).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(folder).doesNotExist();
        Files.createDirectories(folder);
    }

    private Session run(String input, String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--dir", folder.toString()));
        all.addAll(List.of("--flink-classpath", flink()));
        all.addAll(List.of("--kafka-classpath", kafka()));
        return Session.of(input, all.toArray(String[]::new));
    }

    private static String flink() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar") && !path.contains("slf4j-simple"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String kafka() {
        try {
            return KafkaBroker.jarsIn(Path.of("target", "kafka"));
        } catch (IOException e) {
            throw new AssertionError("expected the broker's jars in target/kafka; run with `mvn verify`", e);
        }
    }

    /// Of all processes that the cluster remembers.
    private List<Long> pids() throws IOException {
        return Files.readAllLines(folder.resolve("cluster.json")).stream()
                .filter(line -> line.contains("\"pid\""))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .toList();
    }

    /// Local addresses other than the loopback one at which a process of the cluster listens, as `/proc` tells them.
    private List<String> strangersWhoCanConnect() throws IOException {
        if (!Files.exists(Path.of("/proc/net/tcp"))) {
            return List.of();
        }
        Set<String> ours = new HashSet<>();
        for (long pid : pids()) {
            ours.addAll(sockets(pid));
        }
        List<String> open = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Files.readAllLines(Path.of(table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(row -> row[3].equals("0A") && ours.contains("socket:[" + row[9] + "]"))
                    .map(row -> row[1])
                    .filter(address -> !isLoopback(address.substring(0, address.indexOf(':'))))
                    .forEach(open::add);
        }
        assertThat(ours).isNotEmpty();
        return open;
    }

    /// Words of four bytes, each in the byte order of the machine.
    private static boolean isLoopback(String address) {
        byte[] bytes = HexFormat.of().parseHex(address);
        return bytes[bytes.length - 1] == 127 || address.equals("00000000000000000000000001000000");
    }

    private static Set<String> sockets(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.map(ClusterIT::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }
}
