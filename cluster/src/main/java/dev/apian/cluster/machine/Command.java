// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs programs of the system.
public final class Command {

    private Command() {}

    /// Runs a program to its end.
    ///
    /// @return what it wrote
    /// @throws IOException if it fails, with what it wrote
    public static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = end(process);
        if (code != 0) {
            throw new IOException(command.getFirst() + " exited with " + code + ", expected 0; it said: " + said);
        }
        return said;
    }

    /// Starts a process that outlives this one, in a session of its own where the system can do that: Ctrl-C in this
    /// terminal is not meant for it.
    static Process detach(Recipe recipe) throws IOException {
        List<String> command = new ArrayList<>();
        if (isInstalled("setsid")) {
            command.add("setsid");
        }
        command.addAll(recipe.command());
        Files.createDirectories(recipe.output().toAbsolutePath().getParent());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(recipe.output().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    public static boolean isInstalled(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /// Waits for a process's exit code.
    public static int end(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw Waiting.interrupted(e);
        }
    }
}
