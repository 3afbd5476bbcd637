// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.Corrections;
import dev.apian.lake.TextTable;
import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian endpoints corrections`.
@Command(
        name = "corrections",
        description = {"What people said about paths, oldest first.", ""})
final class EndpointsCorrectionsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    EndpointsCorrectionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Corrections corrections = Corrections.open(data.path());
        List<Correction> inForce = corrections.inForce();
        List<List<String>> rows = new ArrayList<>();
        for (Corrections.Entry entry : corrections.entries()) {
            rows.add(List.of(
                    String.valueOf(entry.id()),
                    Saying.words(entry.correction()),
                    entry.who(),
                    entry.at().toString(),
                    inForce.contains(entry.correction()) ? "" : "overridden"));
        }
        TextTable.write(List.of("number", "correction", "who", "at", ""), rows, terminal.out());
        return CommandLine.ExitCode.OK;
    }
}
