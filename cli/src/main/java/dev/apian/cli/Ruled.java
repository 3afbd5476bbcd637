// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.Corrections;
import dev.apian.engine.RulingRules;
import dev.apian.stage.identity.Ruling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Says something about who is who at the command line, and tells how to take it back.
record Ruled(Terminal terminal, CommandSpec spec, Path data) {

    /// @param word    which kind of ruling
    /// @param members of it, by name
    int say(String word, Map<String, String> members) throws IOException {
        try {
            Ruling ruling = RulingRules.parse(word, member -> members.getOrDefault(member, ""));
            Corrections.Ruled kept = Corrections.open(data).rule(ruling, Saying.WHO, Saying.now());
            terminal.out().printf("%d  %s%n", kept.id(), words(ruling));
            terminal.err()
                    .printf("takes effect within a minute of traffic; undo with: apian actors undo %d%n", kept.id());
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    static String words(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Link link -> "link %s %s to %s".formatted(link.kind().label(), link.value(), link.actor());
            case Ruling.Unlink unlink ->
                "unlink %s %s from %s".formatted(unlink.kind().label(), unlink.value(), unlink.actor());
            case Ruling.Join join -> "join %s into %s".formatted(join.from(), join.into());
            case Ruling.Name name -> "name %s %s".formatted(name.actor(), name.name());
        };
    }
}
