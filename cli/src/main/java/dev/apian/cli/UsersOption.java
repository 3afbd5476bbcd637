// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static java.util.Objects.requireNonNull;

import dev.apian.catalogue.Catalogue;
import dev.apian.server.access.Users;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the users are, and how a password is asked for.
final class UsersOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory of the server; made if missing.")
    private @Nullable Path data;

    @Option(
            names = "--catalogue",
            paramLabel = "URL",
            description = "Instead of --data: jdbc:postgresql://... of a cluster.")
    private @Nullable String catalogue;

    interface Doing {
        void with(Users users) throws IOException;
    }

    /// What is against a rule is wrong usage.
    void use(Doing doing) throws IOException {
        if ((data == null) == (catalogue == null)) {
            throw new ParameterException(spec.commandLine(), "give either --data DIR or --catalogue URL");
        }
        try (Catalogue opened = Catalogue.open(url())) {
            doing.with(new Users(opened));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /// From the keyboard without showing it, or else the first line of standard input.
    String password(Terminal terminal) throws IOException {
        Optional<Console> keyboard = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (keyboard.isPresent()) {
            char[] typed = keyboard.get().readPassword("Password: ");
            char[] again = keyboard.get().readPassword("Once more: ");
            if (typed == null || again == null || !new String(typed).equals(new String(again))) {
                throw new ParameterException(spec.commandLine(), "the two are not the same; nothing was done");
            }
            return new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new ParameterException(spec.commandLine(), "there is no password on standard input");
        }
        return line;
    }

    private String url() throws IOException {
        if (catalogue != null) {
            return catalogue;
        }
        Path folder = requireNonNull(data);
        Files.createDirectories(folder);
        return Catalogue.urlIn(folder);
    }
}
