// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import dev.apian.cluster.kafka.CommittedRecords;
import dev.apian.cluster.machine.Cluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `apian cluster dump`.
@Command(
        name = "dump",
        description = {
            "Print the committed records of a topic, or the rows of a query in the catalogue as JSON: one a line.",
            ""
        })
final class DumpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /// One of the two.
    private static final class What {

        @Option(names = "--topic", paramLabel = "TOPIC", description = "Such as apian.alerts.")
        private @Nullable String topic;

        @Option(names = "--sql", paramLabel = "SQL", description = "A SELECT in the catalogue.")
        private @Nullable String sql;
    }

    DumpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = where.open(terminal);
        if (what.topic != null) {
            new CommittedRecords(cluster.bootstrap())
                    .each(what.topic, value -> terminal.out().println(new String(value, StandardCharsets.UTF_8)));
        } else if (what.sql != null) {
            cluster.database().rows(what.sql, terminal.out()::println);
        }
        return CommandLine.ExitCode.OK;
    }
}
