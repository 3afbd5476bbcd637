// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.CallLake;
import dev.apian.lake.LakeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian lake check`.
@Command(
        name = "check",
        description = {
            "Read every byte of every stored file, compare it with its checksum, and set damaged files aside in"
                    + " DIR/lake/damaged, each with a report. The rest stays readable.",
            "",
            "While a server runs, files are only named; the server sets them aside when a question meets them, or when"
                    + " it starts.",
            ""
        },
        footer = {"", "Exits 0 if all files are whole, 1 if one is damaged."})
final class LakeCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    LakeCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        data.requireThere();
        LakeReport before = LakeReport.of(data.path());
        List<LakeReport.Finding> findings = check();
        findings.forEach(finding -> terminal.out().println(finding));
        if (!findings.isEmpty()) {
            setAside();
            return Failures.FAILURE;
        }
        terminal.out().printf("%d files with %d calls are whole%n", before.files(), before.rows());
        return CommandLine.ExitCode.OK;
    }

    private List<LakeReport.Finding> check() throws IOException {
        Path spill = Files.createTempDirectory("apian-check");
        try {
            return LakeReport.check(data.path(), spill.resolve("spill"));
        } finally {
            Files.deleteIfExists(spill);
        }
    }

    private void setAside() {
        try (CallLake lake = CallLake.open(data.path())) {
            int found = lake.upkeep(InstantSource.system()).inspect(true);
            terminal.err().printf("set aside in %s%s%n", data.path().resolve("lake/damaged"), more(found));
        } catch (IOException e) {
            terminal.err().println("not set aside: " + e.getMessage());
        }
    }

    /// Files without an end are set aside as the lake is opened.
    private static String more(int found) {
        return found == 0 ? "" : ", " + found + " of them for their checksum";
    }
}
