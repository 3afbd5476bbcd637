// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.flink.Jobs;
import dev.apian.cluster.kafka.Lag;
import dev.apian.cluster.kafka.Topics;
import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Started;
import dev.apian.cluster.machine.Submitted;
import dev.apian.cluster.machine.Usage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian cluster status`.
@Command(
        name = "status",
        description = {"Show the processes, the job, its last checkpoint, and how far it is behind.", ""},
        footer = {"", "Exits 0 if every process is up, 1 otherwise."})
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        print("%-14s  %-5s  %7s  %5s  %9s  %9s", "process", "state", "pid", "port", "memory MB", "CPU s");
        for (String name : cluster.names()) {
            print(name, cluster.state().process(name));
        }
        if (cluster.isUp()) {
            printLag(cluster);
            Submitted job = cluster.state().job();
            if (job != null) {
                printJob(new Jobs(cluster.flink()), job);
            }
            return CommandLine.ExitCode.OK;
        }
        terminal.say("not all is up; start what is missing with `apian cluster up`, logs are in "
                + cluster.layout().logs());
        return Failures.FAILURE;
    }

    private void print(String name, Optional<Started> process) {
        if (process.isEmpty() || !process.get().isAlive()) {
            print("%-14s  %-5s  %7s  %5s  %9s  %9s", name, "down", "-", "-", "-", "-");
            return;
        }
        Started found = process.get();
        Usage usage = Usage.of(found.pid());
        print(
                "%-14s  %-5s  %7d  %5d  %9s  %9s",
                name,
                "up",
                found.pid(),
                found.port(),
                usage.residentMb().isPresent() ? usage.residentMb().getAsLong() : "-",
                usage.cpuSeconds().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", usage.cpuSeconds().getAsDouble())
                        : "-");
    }

    private void printLag(Cluster cluster) throws IOException {
        try (Topics topics = new Topics(cluster.bootstrap())) {
            Lag lag = topics.lag();
            print("");
            print("calls       %d sent, %d in a checkpoint, %d behind", lag.sent(), lag.consumed(), lag.behind());
        }
    }

    private void printJob(Jobs jobs, Submitted submitted) throws IOException {
        if (!jobs.isKnown(submitted.id())) {
            print("job         %s: not known to this JobManager", submitted.id());
            return;
        }
        Jobs.Job job = jobs.job(submitted.id());
        print(
                "job         %s: %s, %d of %d tasks run, parallelism %d",
                submitted.id(), job.state(), job.tasksRunning(), job.tasks(), job.parallelism());
        jobs.lastCheckpoint(submitted.id())
                .ifPresent(last -> print(
                        "checkpoint  %d: %d ms, %d bytes of which %d new",
                        last.number(), last.millis(), last.allBytes(), last.newBytes()));
        jobs.lastFailure(submitted.id()).ifPresent(failure -> print("failed last %s", failure));
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
    private void print(String format, Object... values) {
        terminal.out().println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
