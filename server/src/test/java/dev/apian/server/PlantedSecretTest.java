// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.apian.engine.analyze.Analyze;
import dev.apian.engine.analyze.AnalyzeSettings;
import dev.apian.engine.analyze.Progress;
import dev.apian.engine.analyze.Stop;
import dev.apian.lake.Query;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.server.ApiDocument.Operation;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Rota;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Plants a secret of its own in every place where a record can hold one, takes the records in by HTTP and from a file,
/// and looks for the secrets everywhere: in every file of the data directory as it is and unpacked, in every value of
/// every table, in every answer of the API, and in the log.
class PlantedSecretTest {

    private final List<String> secrets = new ArrayList<>();
    private final Instant now = Instant.now();

    @Test
    void nothingThatIsPushedLeaksASecret(@TempDir Path data) throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            StringBuilder seen = new StringBuilder();
            try (Running running = Running.on(data)) {
                for (String record : records()) {
                    seen.append(running.push(record + "\n").body());
                }
                running.eventually("/api/v1/calls", page -> page.path("items").size() > 10);
                searchFiles(data);
            }
            try (Running running = Running.on(data)) {
                askEverything(running, seen);
            }
            search("the API", seen.toString());
            assertThat(log.toString(UTF_8)).contains("Serving HTTP");
            search("the log", log.toString(UTF_8));
        } finally {
            System.setErr(err);
        }
        searchFiles(data);
        searchTables(data);
    }

    @Test
    void nothingThatIsAnalysedLeaksASecret(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("calls.ndjson");
        Files.writeString(file, String.join("\n", records()) + "\n");
        Path data = folder.resolve("data");
        StringWriter said = new StringWriter();
        Analyze analyze = new Analyze(
                Rota.always(Detections.of(BuiltIn.detectors())),
                InputStream.nullInputStream(),
                new Analyze.Clocks(() -> now.toEpochMilli() * 1_000, System::nanoTime),
                new Progress(new PrintWriter(said), true),
                new Stop());
        search(
                "the report",
                analyze.run(AnalyzeSettings.of(List.of(file), data).withOut(folder.resolve("out")))
                        .toString());
        search("the progress", said.toString());
        searchFiles(data);
        searchFiles(folder.resolve("out"));
        searchTables(data);
    }

    private List<String> records() {
        List<String> records = new ArrayList<>();
        for (String header : List.of("authorization", "proxy-authorization", "x-api-key", "x-auth-token", "x-secret")) {
            records.add(with("http.request.header." + header, "Bearer " + secret()));
            records.add(with("http.request.header." + header, secret()));
            records.add(with("http.request.header." + header, "Basic " + basic(secret())));
        }
        records.add(with("http.request.header.cookie", "sid=" + secret() + "; other=" + secret()));
        records.add(with("http.request.header.referer", "https://x.example/?token=" + secret()));
        records.add(with("http.response.header.set-cookie", "sid=" + secret() + "; HttpOnly"));
        records.add(with("http.response.header.location", "/callback?code=" + secret()));
        records.add(with("session.id", secret()));
        records.add(with("user_agent.original", "app/1 token=" + secret()));
        records.add(with("note", secret()));
        for (String name : List.of("access_token", "api_key", "password", "code", "sig", "X-Amz-Signature", "key")) {
            records.add(with("url.query", "page=1&" + name + "=" + secret()));
            records.add(with("http.request.body.content", "user=bob&" + name + "=" + secret()));
        }
        for (String name : List.of("password", "otp", "pin", "cvv", "client_secret", "refresh_token", "apiKey")) {
            records.add(with("http.request.body.content", "{\"user\":\"bob\",\"" + name + "\":\"" + secret() + "\"}"));
            records.add(with("http.response.body.content", "{\"data\":{\"" + name + "\":\"" + secret() + "\"}}"));
        }
        records.add(with(
                "http.request.body.content",
                "{\"query\":\"mutation { login }\",\"variables\":{\"password\":\"" + secret() + "\"}}"));
        records.add(path("/reset-password/" + secret()));
        records.add(path("/v1/magic-link/" + secret() + "/open"));
        records.add(path("/app;jsessionid=" + secret()));
        records.add(path("https://bob:" + secret() + "@h.example/x"));
        records.add(path("/a?token=" + secret()));
        // Records that cannot be read.
        records.add("{\"authorization\":\"Bearer " + secret() + "\"");
        records.add("{\"timestamp\":\"" + secret() + "\"}");
        records.add(secret());
        records.add("1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"GET /a?token=" + secret()
                + " HTTP/1.1\" 200 5 \"-\" \"-\"");
        records.add("1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"" + secret() + "\" 400 5");
        return records;
    }

    /// Looks random, as secrets do, and is remembered.
    private String secret() {
        String secret = "Zq7Kx9Vw%04dLp5Rt8Yb".formatted(secrets.size() * 37);
        secrets.add(secret);
        return secret;
    }

    private String basic(String password) {
        String text = Base64.getEncoder().encodeToString(("bob:" + password).getBytes(UTF_8));
        secrets.add(text);
        return text;
    }

    private String with(String name, String value) {
        return path("/v1/orders/1001")
                .replace("{", "{\"" + name + "\":" + Running.JSON.writeValueAsString(value) + ",");
    }

    private String path(String path) {
        return "{\"timestamp\":\"%s\",\"http.request.method\":\"POST\",\"url.path\":\"%s\",".formatted(now, path)
                + "\"http.response.status_code\":200,\"client.address\":\"203.0.113.7\"}";
    }

    private static void askEverything(Running running, StringBuilder seen) throws Exception {
        for (Operation operation : ApiDocument.load().operations()) {
            boolean ends = !operation.path().equals(ApiDocument.STREAM);
            if (operation.method().equals("get") && !operation.path().contains("{") && ends) {
                seen.append(running.get(operation.path()).body());
            }
        }
        for (JsonNode actor : running.json("/api/v1/actors?limit=200").path("items")) {
            seen.append(running.get("/api/v1/actors/"
                            + actor.path("actor").asString().replace("/", "%2F").replace(" ", "%20"))
                    .body());
        }
        for (JsonNode endpoint : running.json("/api/v1/endpoints?limit=200").path("items")) {
            seen.append(running.json("/api/v1/endpoints/" + endpoint.path("id").asString()));
        }
        seen.append(running.json("/api/v1/calls?limit=1000"));
    }

    private void searchFiles(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            search(file.toString(), new String(bytes, ISO_8859_1));
            if (file.toString().endsWith(".zst")) {
                try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
                    search(file + " unpacked", new String(in.readAllBytes(), ISO_8859_1));
                }
            }
        }
    }

    private void searchTables(Path data) throws Exception {
        try (Query query = Query.open(data, QueryLimits.DEFAULT)) {
            for (String table :
                    List.of("calls", "actors", "endpoints", "entities", "alerts", "signals", "accesses", "matrix")) {
                long rows = 0;
                try (QueryResult result = query.run("SELECT * FROM " + table)) {
                    while (result.next()) {
                        search("table " + table, String.valueOf(result.row()));
                        rows++;
                    }
                }
                assertThat(rows).as(table).isGreaterThanOrEqualTo(table.equals("calls") ? 10 : 0);
            }
        }
    }

    private void search(String where, String text) {
        for (String secret : secrets) {
            assertThat(text.contains(secret))
                    .as("%s holds the secret %s: %s", where, secret, around(text, secret))
                    .isFalse();
        }
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
    }
}
