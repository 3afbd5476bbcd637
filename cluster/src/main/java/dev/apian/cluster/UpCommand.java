// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Exclusive;
import dev.apian.cluster.machine.Sizes;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian cluster up`.
@Command(
        name = "up",
        description = {
            "Start the cluster, or what is missing of it, and wait until it is ready. Data of an earlier time stays.",
            ""
        },
        footer = {"", "Sizes are those of the first start, until `apian cluster down --delete`."})
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Option(names = "--taskmanagers", paramLabel = "N", description = "Processes that work. Default: 2.")
    private @Nullable Integer taskManagers;

    @Option(names = "--slots", paramLabel = "N", description = "Slots of each of them. Default: 2.")
    private @Nullable Integer slots;

    @Option(names = "--partitions", paramLabel = "N", description = "Of the topic of calls. Default: 4.")
    private @Nullable Integer partitions;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "SECONDS",
            description = "Between two checkpoints. Default: 10.")
    private @Nullable Integer checkpoints;

    @Option(names = "--jobmanager-memory", paramLabel = "MB", description = "Heap of the JobManager. Default: 1024.")
    private @Nullable Integer jobManager;

    @Option(
            names = "--taskmanager-memory",
            paramLabel = "MB",
            description = "All memory of one TaskManager. Default: 2560.")
    private @Nullable Integer taskManager;

    @Option(names = "--kafka-memory", paramLabel = "MB", description = "Heap of the broker. Default: 512.")
    private @Nullable Integer kafka;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        Sizes wished = sizes(Sizes.DEFAULT);
        try (Exclusive alone = Exclusive.in(where.layout())) {
            Cluster cluster = Cluster.isIn(where.layout())
                    ? where.open(terminal)
                    : Cluster.create(where.layout(), where.classPaths(), wished, terminal::say);
            warnAboutSizes(cluster.state().sizes());
            if (cluster.isUp()) {
                terminal.say("it is up already");
            }
            cluster.up();
            print(cluster);
        }
        return CommandLine.ExitCode.OK;
    }

    private Sizes sizes(Sizes usual) {
        try {
            return new Sizes(
                    or(taskManagers, usual.taskManagers()),
                    or(slots, usual.slots()),
                    or(jobManager, usual.jobManagerMb()),
                    or(taskManager, usual.taskManagerMb()),
                    or(kafka, usual.kafkaMb()),
                    or(partitions, usual.partitions()),
                    or(checkpoints, usual.checkpointSeconds()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }

    private void warnAboutSizes(Sizes kept) {
        if (!sizes(kept).equals(kept)) {
            terminal.say("warning: this cluster keeps the sizes of its first start, " + kept
                    + "; for others: apian cluster down --delete");
        }
    }

    private void print(Cluster cluster) {
        terminal.out().println("flink      " + cluster.flink().address());
        terminal.out().println("kafka      " + cluster.bootstrap());
        terminal.out().println("catalogue  " + cluster.database().url());
        terminal.out().println("lake       " + cluster.layout().lake());
        terminal.say("Next: apian cluster run, apian cluster send FILE, apian cluster status");
    }
}
