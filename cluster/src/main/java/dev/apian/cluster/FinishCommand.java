// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.flink.Jobs;
import dev.apian.cluster.kafka.CallSender;
import dev.apian.cluster.kafka.Lag;
import dev.apian.cluster.kafka.Topics;
import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Waiting;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `apian cluster finish`.
@Command(
        name = "finish",
        description = {
            "Let time end in all partitions, wait until the job has consumed and judged everything, and end it.",
            ""
        })
final class FinishCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    private static final long BETWEEN_LOOKS_MILLIS = 1_000;

    @Option(
            names = "--timeout",
            defaultValue = "7200",
            paramLabel = "SECONDS",
            description = "Give up after that; the job goes on. Default: ${DEFAULT-VALUE}.")
    private long timeout;

    FinishCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        Jobs jobs = new Jobs(cluster.flink());
        String id = cluster.job().id();
        CallSender.endAll(cluster.bootstrap());
        awaitConsumed(cluster, jobs, id);
        terminal.say("all is consumed; ending the job");
        String savepoint = jobs.stop(id);
        terminal.say("the job has ended; its last savepoint is " + savepoint);
        return CommandLine.ExitCode.OK;
    }

    private void awaitConsumed(Cluster cluster, Jobs jobs, String id) throws IOException {
        long end = System.nanoTime() + timeout * 1_000_000_000L;
        try (Topics topics = new Topics(cluster.bootstrap())) {
            Lag lag = topics.lag();
            // Before its first checkpoint, what is committed is what an earlier job consumed.
            while (lag.behind() > 0 || jobs.lastCheckpoint(id).isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IOException("after " + timeout + " s " + lag.behind() + " of " + lag.sent()
                            + " records are not consumed; see `apian cluster status`, or wait longer with --timeout");
                }
                refuseEnded(jobs, id);
                terminal.show(String.format(
                        Locale.ROOT, "%,d of %,d records are in a checkpoint", lag.consumed(), lag.sent()));
                Waiting.pause(BETWEEN_LOOKS_MILLIS);
                lag = topics.lag();
            }
        }
        terminal.shown();
    }

    private static void refuseEnded(Jobs jobs, String id) throws IOException {
        Jobs.Job job = jobs.job(id);
        if (job.hasEnded()) {
            throw new IOException("job " + id + " is " + job.state() + " with records left in the topic: "
                    + jobs.lastFailure(id).orElse("it was ended") + "; go on with `apian cluster run --from latest`");
        }
    }
}
