// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.machine.Cluster;
import dev.apian.cluster.machine.Exclusive;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian cluster kill-taskmanager`.
@Command(
        name = "kill-taskmanager",
        description = {
            "Kill a TaskManager at once (SIGKILL), as a power cut would, and start another in its place. The job"
                    + " goes on where its last checkpoint is.",
            ""
        })
final class KillTaskManagerCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Parameters(
            arity = "0..1",
            defaultValue = "1",
            paramLabel = "NUMBER",
            description = "Which one. Default: ${DEFAULT-VALUE}.")
    private int number;

    KillTaskManagerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        int all = cluster.state().sizes().taskManagers();
        if (number < 1 || number > all) {
            throw new ParameterException(spec.commandLine(), "no TaskManager " + number + ", expected 1 to " + all);
        }
        try (Exclusive alone = Exclusive.in(where.layout())) {
            cluster.replaceTaskManager(number);
        }
        terminal.say("another one is in its place");
        return CommandLine.ExitCode.OK;
    }
}
