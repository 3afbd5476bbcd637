// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.flink.Jobs;
import dev.apian.cluster.machine.Cluster;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian cluster stop`.
@Command(
        name = "stop",
        description = {
            "Stop the job after a savepoint, and print where that is. It goes on with:"
                    + " apian cluster run --from latest.",
            ""
        })
final class StopCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    StopCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        terminal.out().println(new Jobs(cluster.flink()).stop(cluster.job().id()));
        return CommandLine.ExitCode.OK;
    }
}
