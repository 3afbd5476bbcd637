// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian cluster`: which command, with which options.
@Command(
        name = "apian cluster",
        description = {
            "A cluster on this machine: Flink, Kafka and PostgreSQL, each in processes of its own, to try and test the"
                    + " Flink runner. Nothing of it asks for a password: everything listens on 127.0.0.1 only.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        // One line for each command.
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            RunCommand.class,
            SendCommand.class,
            FinishCommand.class,
            SavepointCommand.class,
            StopCommand.class,
            RescaleCommand.class,
            KillTaskManagerCommand.class,
            DumpCommand.class,
            DownCommand.class
        },
        footer = {
            "",
            "First steps:",
            "  apian cluster up",
            "  apian cluster run",
            "  apian cluster send /tmp/world/calls.ndjson",
            "  apian cluster status",
            "  apian cluster finish",
            "  apian cluster down",
            "",
            "Exits 0 on success, 1 on failure, 2 on wrong usage."
        })
public final class ClusterCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    public static void main(String[] args) {
        System.exit(run(Terminal.system(), args));
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    static int run(Terminal terminal, String... args) {
        try {
            return commandLine(terminal).execute(args);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new ClusterCommand(), new Commands(terminal));
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(Failures::failed);
        return line;
    }

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "no command given, expected one of " + commands);
    }
}
