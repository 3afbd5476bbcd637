// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Deletion;
import dev.apian.cluster.machine.Exclusive;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `apian cluster down`.
@Command(
        name = "down",
        description = {
            "Stop all processes, those first that need the others. A job that runs goes on where its last"
                    + " checkpoint is: `apian cluster up`, then `apian cluster run --from latest`.",
            ""
        })
final class DownCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Option(names = "--delete", description = "Delete what the cluster wrote too: topics, lake, catalogue, key.")
    private boolean delete;

    DownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        if (!Cluster.isIn(where.layout())) {
            terminal.say("no cluster in " + where.layout().root() + ", nothing to stop");
            return CommandLine.ExitCode.OK;
        }
        try (Exclusive alone = Exclusive.in(where.layout())) {
            where.open(terminal).down();
            if (delete) {
                Deletion.of(where.layout());
                terminal.say("deleted " + where.layout().root());
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
