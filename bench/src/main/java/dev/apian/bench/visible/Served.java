// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.visible;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.bench.ChildJvm;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/// `apian serve` in a JVM of its own, and clients that talk to it.
final class Served implements AutoCloseable {

    private static final String SAID = "Apian is at ";

    private static final long LOOK_MILLIS = 100;

    private final Process process;
    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Served(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Served start(Path data, String lateness) throws IOException {
        Process process = ChildJvm.of(
                        List.of("-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=25"),
                        "dev.apian.cli.Apian",
                        List.of("serve", "--data", data.toString(), "--listen", "127.0.0.1:0", "--lateness", lateness))
                .redirectError(Redirect.INHERIT)
                .start();
        String line = process.inputReader(UTF_8).readLine();
        if (line == null || !line.startsWith(SAID)) {
            process.destroyForcibly();
            throw new EOFException("the server said " + line + " and not where it is");
        }
        return new Served(process, URI.create(line.substring(SAID.length())));
    }

    /// Waits until it takes calls in.
    void awaitOpened() throws IOException, InterruptedException {
        while (!get("/healthz").contains("\"ok\"")) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// Pushes records; any answer but 200 ends the measurement.
    void push(String lines) throws IOException, InterruptedException {
        HttpRequest push = HttpRequest.newBuilder(url.resolve("/v1/calls"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        HttpResponse<String> answer = client.send(push, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"rejected\":0")) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    String get(String path) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(url.resolve(path)).build();
        return client.send(ask, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.destroyForcibly();
    }
}
