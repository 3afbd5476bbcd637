// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.bench.ChildJvm;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A [Victim] in a JVM of its own.
final class Child implements AutoCloseable {

    private static final Duration END_MAX = Duration.ofMinutes(2);

    private static final long LOOK_MILLIS = 500;

    private final Process process;
    private final File log;
    private int port;

    private Child(Process process, File log) {
        this.process = process;
        this.log = log;
    }

    static Child start(Path data, Whims whims, Path log) throws IOException {
        ProcessBuilder builder = ChildJvm.of(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                Victim.class.getName(),
                List.of(
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
        port = line == null ? 0 : Integer.parseInt(line);
        return line == null ? null : port;
    }

    /// Waits until nothing is left to judge: at its end the server leaves to the next what would take too long.
    void awaitJudged() throws IOException, InterruptedException {
        URI overview = URI.create("http://127.0.0.1:" + port + "/api/v1/overview");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = "";
            while (!answer.contains("\"waiting_calls\":0,")) {
                Thread.sleep(LOOK_MILLIS);
                HttpRequest ask = HttpRequest.newBuilder(overview).build();
                answer = client.send(ask, BodyHandlers.ofString()).body();
            }
        }
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
