// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.Corrections;
import dev.apian.lake.TextTable;
import dev.apian.stage.identity.Ruling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian actors corrections`.
@Command(
        name = "corrections",
        description = {"What people said about who is who, oldest first.", ""})
final class ActorsCorrectionsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    ActorsCorrectionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Corrections corrections = Corrections.open(data.path());
        List<Ruling> inForce = corrections.rulingsInForce();
        List<List<String>> rows = new ArrayList<>();
        for (Corrections.Ruled entry : corrections.rulings()) {
            rows.add(List.of(
                    String.valueOf(entry.id()),
                    Ruled.words(entry.ruling()),
                    entry.who(),
                    entry.at().toString(),
                    inForce.contains(entry.ruling()) ? "" : "overridden"));
        }
        TextTable.write(List.of("number", "correction", "who", "at", ""), rows, terminal.out());
        return CommandLine.ExitCode.OK;
    }
}
