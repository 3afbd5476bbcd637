// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.flink.Jobs;
import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Exclusive;
import dev.apian.cluster.machine.Submitted;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian cluster rescale`.
@Command(
        name = "rescale",
        description = {"Stop the job after a savepoint, and go on from it with another number of tasks.", ""})
final class RescaleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "N", description = "Tasks of each step from now on.")
    private int parallelism;

    RescaleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        int slots =
                cluster.state().sizes().taskManagers() * cluster.state().sizes().slots();
        if (parallelism < 1 || parallelism > slots) {
            throw new ParameterException(
                    spec.commandLine(),
                    "parallelism " + parallelism + ", expected 1 to " + slots + ", the cluster's slots");
        }
        try (Exclusive alone = Exclusive.in(where.layout())) {
            Submitted before = cluster.job();
            String savepoint = new Jobs(cluster.flink()).stop(before.id());
            terminal.say("stopped with savepoint " + savepoint);
            Submitted after = new Submission(cluster, where.classPaths().flink())
                    .submit(parallelism, before.latenessSeconds(), Optional.of(savepoint));
            terminal.out().println("job " + after.id());
        }
        return CommandLine.ExitCode.OK;
    }
}
