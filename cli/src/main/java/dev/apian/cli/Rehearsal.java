// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.server.ApianServer;
import dev.apian.server.ServerSettings;
import dev.apian.stage.signal.BuiltIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The usual commands on a tiny world in a temporary folder. The launcher records the classes they load after
/// a build, so that the commands start fast from then on.
final class Rehearsal {

    private static final List<String> ASKED =
            List.of("healthz", "", "api/v1/overview", "api/v1/alerts", "api/v1/actors", "api/v1/endpoints");

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("apian-rehearsal");
        try {
            System.exit(run(folder));
        } finally {
            delete(folder);
        }
    }

    private static int run(Path folder) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                nowhere,
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                false);
        String world = folder.resolve("world").toString();
        String data = folder.resolve("data").toString();
        int failed = 0;
        for (List<String> command : List.of(
                List.of("--help"),
                List.of("simulate", "--days", "1", "--actors", "40", "--seed", "1", "--out", world),
                List.of("analyze", world + "/calls.ndjson", "--data", data),
                List.of("query", "select actor, count(*) from calls group by actor", "--data", data),
                List.of("query", "select * from alerts", "--data", data, "--format", "json"))) {
            failed = Math.max(failed, Apian.run(terminal, command.toArray(String[]::new)));
        }
        serve(folder.resolve("served"), folder.resolve("world/calls.ndjson"));
        delete(folder);
        return failed;
    }

    /// A server that is pushed to and asked, since it has the most classes to load.
    private static void serve(Path data, Path calls) throws IOException {
        ServerSettings settings = ServerSettings.of(data).withPort(0);
        try (ApianServer server = ApianServer.listen(settings, BuiltIn::detectors, InstantSource.system());
                HttpClient client = HttpClient.newHttpClient()) {
            ask(client, server);
            server.open();
            HttpRequest push = HttpRequest.newBuilder(URI.create(server.url() + "v1/calls"))
                    .POST(BodyPublishers.ofFile(calls))
                    .build();
            client.send(push, BodyHandlers.discarding());
            ask(client, server);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a rehearsal", e);
        }
    }

    private static void ask(HttpClient client, ApianServer server) throws IOException, InterruptedException {
        for (String path : ASKED) {
            HttpRequest ask =
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build();
            client.send(ask, BodyHandlers.discarding());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
