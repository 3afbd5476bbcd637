// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line. Which command, with which options; what it does is elsewhere.
@Command(
        name = "apian",
        description = {"API behavioural analytics: who does what to which business entity, and what is not usual.", ""},
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "./apian test runs all of the project's own checks, ./apian test --unit the unit tests only.",
            "./apian cluster runs Flink, Kafka and PostgreSQL on this machine, see ./apian cluster --help.",
            "",
            "Five minutes to the first alert:",
            "  apian simulate --days 21 --actors 300 --seed 1 --out /tmp/world",
            "  apian analyze /tmp/world/calls.ndjson --data /tmp/data",
            "  apian query \"select severity, title from alerts order by risk desc\" --data /tmp/data",
            "",
            "Exits 0 on success, 1 on failure, 2 on wrong usage."
        })
public final class Apian implements Runnable {

    /// One line for each command.
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            ServeCommand.class,
            AnalyzeCommand.class,
            QueryCommand.class,
            LakeCommand.class,
            UsersCommand.class,
            EndpointsCommand.class,
            MatrixCommand.class,
            ProcessesCommand.class,
            ExportOcelCommand.class,
            ActorsCommand.class,
            SimulateCommand.class,
            ReportCardCommand.class);

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @CommandLine.Mixin
    private HelpOption help = new HelpOption();

    @SuppressWarnings("unused") // read by picocli
    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(ServeCommand.NAME)) {
            ServeCommand.prepare();
        }
        System.exit(run(Terminal.system(), args));
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    static int run(Terminal terminal, String... args) {
        try {
            return commandLine(terminal, args).execute(args);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /// Knows the command that is named first, or else all of them: to make all takes longer than most of them run.
    static CommandLine commandLine(Terminal terminal, String... args) {
        CommandLine line = new CommandLine(new Apian(), new Commands(terminal));
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> args.length > 0 && nameOf(command).equals(args[0]))
                .toList();
        (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(Failures::failed);
        return line;
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "no command given, expected one of " + commands);
    }
}
