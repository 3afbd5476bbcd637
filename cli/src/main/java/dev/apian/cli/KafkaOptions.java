// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.Ingest;
import dev.apian.server.live.Topics;
import dev.apian.server.live.Topics.TopicSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options of a server that reads topics of Kafka.
final class KafkaOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Read calls from Kafka, one record of any known format each: its brokers, with commas.")
    private @Nullable String bootstrap;

    @Option(names = "--kafka-topic", paramLabel = "TOPIC", split = ",", description = "Topics to read, with commas.")
    private List<String> topics = List.of();

    @Option(
            names = "--kafka-group",
            defaultValue = "apian",
            paramLabel = "GROUP",
            description = "Consumer group. Default: ${DEFAULT-VALUE}.")
    private String group = "apian";

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Further settings of Kafka's consumer, as a properties file: security, for example.")
    private @Nullable Path config;

    boolean isWanted() {
        return bootstrap != null;
    }

    /// Says what is wrong with them.
    void check(CommandSpec spec) {
        if (isWanted() == topics.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--kafka and --kafka-topic are given together or not at all");
        }
        if (config != null && !Files.isReadable(config)) {
            throw new ParameterException(spec.commandLine(), "--kafka-config " + config + " cannot be read");
        }
    }

    /// Reads until it is closed; null if that is not wanted.
    @Nullable
    Topics start(Ingest ingest, Terminal terminal) throws IOException {
        if (bootstrap == null) {
            return null;
        }
        TopicSettings settings = new TopicSettings(bootstrap, topics, group, more());
        return Topics.start(ingest.engine(), settings, ingest.reader(), message -> {
            terminal.err().println(message);
            terminal.err().flush();
        });
    }

    private Map<String, String> more() throws IOException {
        Map<String, String> more = new HashMap<>();
        if (config != null) {
            Properties properties = new Properties();
            try (Reader file = Files.newBufferedReader(config)) {
                properties.load(file);
            }
            properties.stringPropertyNames().forEach(name -> more.put(name, properties.getProperty(name)));
        }
        return more;
    }
}
