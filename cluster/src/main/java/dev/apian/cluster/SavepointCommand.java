// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.flink.Jobs;
import dev.apian.cluster.machine.Cluster;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian cluster savepoint`.
@Command(
        name = "savepoint",
        description = {"Take a savepoint while the job goes on, and print where it is.", ""})
final class SavepointCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    SavepointCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        terminal.out().println(new Jobs(cluster.flink()).savepoint(cluster.job().id()));
        return CommandLine.ExitCode.OK;
    }
}
