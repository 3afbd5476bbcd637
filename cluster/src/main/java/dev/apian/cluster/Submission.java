// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.flink.FlinkProcesses;
import dev.apian.cluster.kafka.Topics;
import dev.apian.cluster.machine.ClassPaths;
import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Command;
import dev.apian.cluster.machine.Submitted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives the job to Flink, by a JVM of its own that has Flink on its class path.
///
/// @param cluster where it runs
/// @param classPath of Flink and the job
record Submission(Cluster cluster, String classPath) {

    private static final String JOB = "dev.apian.flink.ApianJob";
    private static final String ANSWER = "job ";

    /// @param from the savepoint or checkpoint to go on from
    Submitted submit(int parallelism, int lateness, Optional<String> from) throws IOException {
        if (classPath.isEmpty()) {
            throw new IOException("no Flink job to run, expected flink/target/apian-flink-*.jar; start this command as"
                    + " ./apian cluster, which builds it");
        }
        List<String> command = command(parallelism, lateness, from);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Settings that belong to the job, such as its checkpoints, are read where it is submitted.
        builder.environment().put("FLINK_CONF_DIR", cluster.layout().flinkConf().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = Command.end(process);
        Optional<String> id = id(said);
        if (code != 0 || id.isEmpty()) {
            throw new IOException("the job was not submitted (exit code " + code + ", and its last line is \""
                    + last(said) + "\", expected \"job ID\"); read " + log());
        }
        Submitted job = new Submitted(id.get(), parallelism, lateness);
        cluster.remember(job);
        return job;
    }

    private List<String> command(int parallelism, int lateness, Optional<String> from) {
        List<String> command = new ArrayList<>();
        command.add(ClassPaths.java());
        command.addAll(FlinkProcesses.clientFlags());
        command.add("-Dlog.file=" + log());
        command.add("-Dlog4j.configurationFile=" + cluster.layout().flinkConf().resolve("log4j.properties"));
        command.addAll(List.of("-cp", classPath, JOB));
        command.addAll(List.of("--jobmanager", "127.0.0.1:" + cluster.ports().rest()));
        command.addAll(List.of("--kafka", cluster.bootstrap()));
        command.addAll(List.of("--calls", Topics.CALLS));
        command.addAll(List.of("--alerts", Topics.ALERTS));
        command.addAll(List.of("--dead-letters", Topics.DEAD_LETTERS));
        command.addAll(List.of("--lake", cluster.layout().lake().toString()));
        command.addAll(List.of("--catalogue", cluster.database().url()));
        command.addAll(List.of("--key", cluster.layout().key().toString()));
        command.addAll(List.of("--parallelism", Integer.toString(parallelism)));
        command.addAll(List.of("--lateness", Integer.toString(lateness)));
        command.addAll(List.of(
                "--checkpoint-interval",
                Integer.toString(cluster.state().sizes().checkpointSeconds())));
        from.ifPresent(savepoint -> command.addAll(List.of("--from", savepoint)));
        return command;
    }

    private String log() {
        return cluster.layout().log("submit").toString();
    }

    static Optional<String> id(String said) {
        String last = last(said);
        return last.startsWith(ANSWER)
                ? Optional.of(last.substring(ANSWER.length()).strip())
                : Optional.empty();
    }

    private static String last(String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.getLast().strip();
    }
}
