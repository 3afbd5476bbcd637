// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.Holds;
import dev.apian.lake.LakeReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `apian lake status`.
@Command(
        name = "status",
        description = {"How many calls are stored, of which days, and what is not there any more.", ""})
final class LakeStatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    LakeStatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        data.requireThere();
        LakeReport lake = LakeReport.of(data.path());
        PrintWriter out = terminal.out();
        out.printf("calls     %d%n", lake.rows());
        out.printf("bytes     %d%n", lake.bytes());
        out.printf("files     %d, %d of them without an index%n", lake.files(), lake.plain());
        out.printf("days      %d%s%n", lake.days(), lake.days() == 0 ? "" : ", " + lake.first() + " to " + lake.last());
        out.printf("damaged   %s%n", words(lake.damaged()));
        out.printf("deleted   %s%n", words(lake.deleted()));
        out.printf("holds     %d%n", Holds.read(data.path()).all().size());
        return CommandLine.ExitCode.OK;
    }

    private static String words(LakeReport.Gone gone) {
        return "%d calls, %d bytes in %d files".formatted(gone.rows(), gone.bytes(), gone.files());
    }
}
