// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.flink;

import dev.apian.cluster.machine.Layout;
import dev.apian.cluster.machine.Ports;
import dev.apian.cluster.machine.Sizes;
import java.nio.file.Path;

/// The texts of Flink's `config.yaml` and of its logging.
@SuppressWarnings("InlineFormatString") // whole files read better apart
final class FlinkSettings {

    private FlinkSettings() {}

    private static final String YAML = """
            # Written by `apian cluster up`, again at every start.
            jobmanager.rpc.address: 127.0.0.1
            jobmanager.bind-host: 127.0.0.1
            jobmanager.rpc.port: %1$d
            blob.server.port: %2$d
            rest.address: 127.0.0.1
            rest.bind-address: 127.0.0.1
            rest.port: %3$d
            taskmanager.host: 127.0.0.1
            taskmanager.bind-host: 127.0.0.1
            taskmanager.numberOfTaskSlots: %4$d
            io.tmp.dirs: %5$s
            web.submit.enable: false
            web.upload.dir: %5$s

            # A TaskManager that was killed is noticed after this.
            heartbeat.interval: 2000
            heartbeat.timeout: 12000
            restart-strategy.type: exponential-delay
            restart-strategy.exponential-delay.initial-backoff: 1 s
            restart-strategy.exponential-delay.max-backoff: 30 s

            pipeline.object-reuse: true
            state.backend.type: rocksdb
            execution.checkpointing.interval: %6$d s
            execution.checkpointing.mode: EXACTLY_ONCE
            execution.checkpointing.timeout: 10 min
            execution.checkpointing.incremental: true
            execution.checkpointing.storage: filesystem
            execution.checkpointing.dir: %7$s
            execution.checkpointing.savepoint-dir: %8$s
            execution.checkpointing.num-retained: 2
            execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
            execution.checkpointing.max-concurrent-checkpoints: 1
            execution.checkpointing.tolerable-failed-checkpoints: 3
            """;

    static final String LOGGING = """
            rootLogger.level = INFO
            rootLogger.appenderRef.file.ref = File
            logger.kafka.name = org.apache.kafka
            logger.kafka.level = WARN
            appender.file.name = File
            appender.file.type = RollingFile
            appender.file.fileName = ${sys:log.file}
            appender.file.filePattern = ${sys:log.file}.%i
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
            appender.file.policies.type = Policies
            appender.file.policies.size.type = SizeBasedTriggeringPolicy
            appender.file.policies.size.size = 50MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 3
            """;

    static String yaml(Layout layout, Sizes sizes, Ports ports, Path temporary) {
        return YAML.formatted(
                ports.rpc(),
                ports.blob(),
                ports.rest(),
                sizes.slots(),
                temporary,
                sizes.checkpointSeconds(),
                uri(layout.checkpoints()),
                uri(layout.savepoints()));
    }

    private static String uri(Path folder) {
        return "file://" + folder;
    }
}
