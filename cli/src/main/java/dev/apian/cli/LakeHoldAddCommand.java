// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Hold;
import dev.apian.lake.Holds;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian lake hold add`.
@Command(
        name = "add",
        description = {"Hold an actor's calls, all calls of some days, or an actor's calls of some days.", ""})
final class LakeHoldAddCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--actor", paramLabel = "ID", description = "Whose calls. Default: everybody's.")
    private @Nullable String actor;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day, such as 2026-11-01, UTC.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day.")
    private @Nullable LocalDate to;

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why, for whoever releases it.")
    private String because;

    LakeHoldAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        data.requireThere();
        try {
            Hold hold = Holds.add(data.path(), actor, from, to, because, Saying.now());
            terminal.out().println(words(hold));
            terminal.err().printf("held until: apian lake hold release %d --data %s%n", hold.id(), data.path());
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    static String words(Hold hold) {
        return "%d  %s, %s to %s, since %s: %s"
                .formatted(
                        hold.id(),
                        hold.actor() == null ? "all calls" : "calls of " + hold.actor(),
                        hold.from() == null ? "the beginning" : hold.from(),
                        hold.to() == null ? "the end" : hold.to(),
                        hold.since(),
                        hold.because());
    }
}
