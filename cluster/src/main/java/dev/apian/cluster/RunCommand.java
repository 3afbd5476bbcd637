// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.flink.Jobs;
import dev.apian.cluster.flink.Resting;
import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Exclusive;
import dev.apian.cluster.machine.Submitted;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian cluster run`.
@Command(
        name = "run",
        description = {"Start the job: calls from Kafka, alerts to Kafka and the catalogue, calls to the lake.", ""})
final class RunCommand implements Callable<Integer> {

    private static final String LATEST = "latest";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Option(names = "--parallelism", paramLabel = "N", description = "Tasks of each step. Default: one a slot.")
    private @Nullable Integer parallelism;

    @Option(
            names = "--from",
            paramLabel = "SAVEPOINT",
            description = "Go on from a savepoint or checkpoint; latest is the newest of both. Default: begin anew.")
    private @Nullable String from;

    @Option(
            names = "--lateness",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description =
                    "How far behind the latest calls one may come and still be judged. Default:" + " ${DEFAULT-VALUE}.")
    private int lateness;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        int slots =
                cluster.state().sizes().taskManagers() * cluster.state().sizes().slots();
        int wished = parallelism == null ? slots : parallelism;
        check(wished, slots);
        try (Exclusive alone = Exclusive.in(where.layout())) {
            refuseSecond(cluster);
            Submitted job =
                    new Submission(cluster, where.classPaths().flink()).submit(wished, lateness, start(cluster));
            terminal.out().println("job " + job.id());
            terminal.say("Next: apian cluster send FILE, apian cluster status; "
                    + cluster.flink().address());
        }
        return CommandLine.ExitCode.OK;
    }

    private void check(int wished, int slots) {
        if (wished < 1 || wished > slots) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--parallelism " + wished + ", expected 1 to " + slots + ", the cluster's slots");
        }
        if (lateness < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--lateness " + lateness + " is negative, expected seconds");
        }
    }

    /// Two jobs would write the same lake.
    private static void refuseSecond(Cluster cluster) throws IOException {
        Submitted last = cluster.state().job();
        if (last != null && new Jobs(cluster.flink()).isThere(last.id())) {
            throw new IOException("job " + last.id() + " is there already; end it with `apian cluster stop`, or with"
                    + " `apian cluster finish` when all is consumed");
        }
    }

    private Optional<String> start(Cluster cluster) throws IOException {
        if (!LATEST.equals(from)) {
            return Optional.ofNullable(from);
        }
        String latest = new Resting(cluster.layout())
                .latest()
                .map(Object::toString)
                .orElseThrow(() -> new IOException("no savepoint and no checkpoint in "
                        + cluster.layout().flink() + ", expected one for --from latest; run without --from"));
        terminal.say("going on from " + latest);
        return Optional.of(latest);
    }
}
