// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.Corrections;
import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Says something about paths at the command line, and tells how to take it back.
record Saying(Terminal terminal, CommandSpec spec, Path data) {

    static final String WHO = "cli";

    /// Seconds suffice, and read better.
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    int say(Correction correction) throws IOException {
        try {
            Corrections.Entry entry = Corrections.open(data).add(correction, WHO, now());
            terminal.out().printf("%d  %s%n", entry.id(), words(correction));
            terminal.err()
                    .printf(
                            "takes effect within a minute of traffic; undo with: apian endpoints undo %d%n",
                            entry.id());
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    static String words(Correction correction) {
        String host = correction.host().isEmpty() ? "" : " on " + correction.host();
        return switch (correction) {
            case Correction.Pin pin ->
                "pin " + (pin.method().isEmpty() ? "" : pin.method() + " ") + pin.template() + host;
            case Correction.Reject reject -> "reject " + reject.template() + host;
            case Correction.Rename rename -> "rename " + rename.template() + " to " + rename.name() + host;
        };
    }
}
