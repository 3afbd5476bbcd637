// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.live.LiveSettings;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How live traffic is taken in, and where its bounds are.
final class LiveOptions {

    private static final int MB = 1 << 20;

    /// A year, which is as good as for ever.
    private static final int LATENESS_SECONDS_MAX = 366 * 24 * 3600;

    @Option(
            names = "--lateness",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "How far behind the latest calls one may come and still be judged; alerts wait as long."
                    + " Fractions are allowed. Default: ${DEFAULT-VALUE}.")
    private double lateness;

    @Option(
            names = "--queue-calls",
            defaultValue = "100000",
            paramLabel = "N",
            description = "Calls that wait for the engine in memory; more wait in the journal. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int queueCalls;

    @Option(
            names = "--journal-max",
            defaultValue = "4096",
            paramLabel = "MB",
            description = "What the journal may hold; with more, pushes are answered 429 until the engine caught up."
                    + " Default: ${DEFAULT-VALUE}.")
    private long journalMax;

    LiveSettings settings(CommandSpec spec) {
        if (!(lateness >= 0 && lateness <= LATENESS_SECONDS_MAX)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--lateness %s: expected seconds from 0 to %d".formatted(lateness, LATENESS_SECONDS_MAX));
        }
        if (queueCalls < 1 || journalMax < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--queue-calls %d, --journal-max %d: expected 1 or more".formatted(queueCalls, journalMax));
        }
        return LiveSettings.DEFAULT
                .withLateness(Duration.ofMillis(Math.round(lateness * 1_000)))
                .withQueueCallsMax(queueCalls)
                .withJournalBytesMax(journalMax * MB);
    }
}
