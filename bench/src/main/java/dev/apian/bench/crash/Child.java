// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A [Victim] in a JVM of its own.
final class Child implements AutoCloseable {

    private static final Duration END_MAX = Duration.ofMinutes(2);

    private final Process process;
    private final File log;

    private Child(Process process, File log) {
        this.process = process;
        this.log = log;
    }

    static Child start(Path data, Whims whims, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                data.toString(),
                Long.toString(whims.clockAhead().toSeconds()),
                Integer.toString(whims.syncMillisMax()),
                Long.toString(whims.seed())));
        builder.redirectError(Redirect.appendTo(log.toFile()));
        return new Child(builder.start(), log.toFile());
    }

    /// Waits until it listens.
    ///
    /// @return its port, null if it was killed before
    @Nullable
    Integer awaitPort() throws IOException {
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        return line == null ? null : Integer.valueOf(line);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Ends it in order.
    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("the server did not end within " + END_MAX + "; see " + log);
        }
        if (process.exitValue() != 0) {
            throw new IOException("the server ended with " + process.exitValue() + "; see " + log);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
