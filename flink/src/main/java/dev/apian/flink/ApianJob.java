// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import static java.util.Objects.requireNonNull;

import dev.apian.flink.source.NativeRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Submits the job: to the cluster named, or to the one that Flink's own command or operator runs it on.
@Command(
        name = "apian-job",
        mixinStandardHelpOptions = true,
        description = {"Judge the calls of a Kafka topic on Apache Flink.", ""},
        footer = {"", "Prints the id of the job as its last line. docs/how-to/run-on-flink.md shows how to use it."})
public final class ApianJob implements Callable<Integer> {

    private static final int KEY_BYTES = 16;

    @Option(
            names = "--jobmanager",
            paramLabel = "HOST:PORT",
            description = "REST address of a session cluster. Default: where this program is run by Flink.")
    private @Nullable String jobmanager;

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT,...", description = "Bootstrap servers.")
    private String kafka;

    @Option(
            names = "--calls",
            defaultValue = "apian.calls",
            paramLabel = "TOPIC",
            description = "Where records come from. Default: ${DEFAULT-VALUE}.")
    private String calls;

    @Option(
            names = "--alerts",
            defaultValue = "apian.alerts",
            paramLabel = "TOPIC",
            description = "Where alerts go. Default: ${DEFAULT-VALUE}.")
    private String alerts;

    @Option(
            names = "--dead-letters",
            defaultValue = "apian.dead-letters",
            paramLabel = "TOPIC",
            description = "Where records go that are no calls. Default: ${DEFAULT-VALUE}.")
    private String deadLetters;

    @Option(
            names = "--group",
            defaultValue = "apian",
            paramLabel = "GROUP",
            description = "Consumer group under which progress is committed. Default: ${DEFAULT-VALUE}.")
    private String group;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Folder for calls and signals, shared by all machines. Default: they are not kept.")
    private @Nullable Path lake;

    @Option(
            names = "--catalogue",
            paramLabel = "URL",
            description = "jdbc:postgresql://... of the database that keeps alerts. Default: only Kafka has them.")
    private @Nullable String catalogue;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "16 bytes that secrets are fingerprinted with, apian.key of a data directory.")
    private Path key;

    @Option(
            names = "--parallelism",
            defaultValue = "1",
            paramLabel = "N",
            description = "Tasks of each step. Default: ${DEFAULT-VALUE}.")
    private int parallelism;

    @Option(
            names = "--lateness",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "How far behind the latest calls of its partition one may come and still be judged."
                    + " Default: ${DEFAULT-VALUE}.")
    private long lateness;

    @Option(
            names = "--checkpoint-interval",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "Time between checkpoints; alerts and calls become visible with each."
                    + " Default: ${DEFAULT-VALUE}.")
    private long checkpointInterval;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "Savepoint or retained checkpoint to go on from. Default: start without state.")
    private @Nullable String from;

    public static void main(String[] args) {
        int code = new CommandLine(new ApianJob())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println("apian-job: " + reason(e));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws Exception {
        JobSettings settings = new JobSettings(
                kafka,
                calls,
                alerts,
                deadLetters,
                group,
                lake,
                catalogue,
                new NativeRecords(readKey()),
                Duration.ofSeconds(lateness),
                Duration.ofSeconds(checkpointInterval),
                parallelism,
                Math.min(parallelism, partitions()));
        StreamExecutionEnvironment environment = environment();
        Topology.build(environment, settings);
        JobClient job = environment.executeAsync("apian");
        System.out.println("job " + job.getJobID());
        return 0;
    }

    private StreamExecutionEnvironment environment() {
        // What FLINK_CONF_DIR says counts for the job too: a session cluster does not add it by itself.
        Configuration configuration = GlobalConfiguration.loadConfiguration();
        if (from != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, from);
        }
        if (jobmanager == null) {
            return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        }
        int colon = jobmanager.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("--jobmanager " + jobmanager + " has no port, expected HOST:PORT");
        }
        return StreamExecutionEnvironment.createRemoteEnvironment(
                jobmanager.substring(0, colon), Integer.parseInt(jobmanager.substring(colon + 1)), configuration);
    }

    private int partitions() throws IOException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var described = admin.describeTopics(List.of(calls)).allTopicNames().get();
            return requireNonNull(described.get(calls)).partitions().size();
        } catch (ExecutionException e) {
            throw new IOException("topic " + calls + " at " + kafka + ": " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + kafka, e);
        }
    }

    private byte[] readKey() throws IOException {
        byte[] bytes = Files.readAllBytes(key);
        if (bytes.length != KEY_BYTES) {
            throw new IOException(
                    "fingerprint key %s has %d bytes, expected %d".formatted(key, bytes.length, KEY_BYTES));
        }
        return bytes;
    }

    private static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }
}
