// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.throughput;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes of a simulated world what other senders would have logged of the same calls: native records without bodies
/// and with opaque tokens, but with the gateway's `user.id`, and lines of an nginx in its `combined` format.
public final class Recast {

    private static final Pattern BODIES =
            Pattern.compile(",\"http\\.(?:request|response)\\.body\\.content\":\"(?:[^\"\\\\]|\\\\.)*+\""
                    + "|,\"client\\.(?:geo|as)\\.[a-z_.]+\":(?:\"[^\"]*\"|[-0-9.]+)");
    private static final Pattern TOKEN = Pattern.compile("Bearer eyJ[^\"]*([^\"]{40})\"");
    private static final DateTimeFormatter LOGGED =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Map<String, Pattern> FIELDS = new HashMap<>();

    private Recast() {}

    /// @param args the world's folder, made with `--labels`; writes `slim.ndjson` and `access.log` there
    public static void main(String[] args) throws IOException {
        Path world = Path.of(args[0]);
        try (BufferedReader calls = Files.newBufferedReader(world.resolve("calls.ndjson"));
                BufferedReader labels = Files.newBufferedReader(world.resolve("labels.ndjson"));
                BufferedWriter slim = Files.newBufferedWriter(world.resolve("slim.ndjson"));
                BufferedWriter access = Files.newBufferedWriter(world.resolve("access.log"))) {
            for (String call = calls.readLine(); call != null; call = calls.readLine()) {
                String bare = BODIES.matcher(call).replaceAll("");
                String consumer = text(labels.readLine(), "consumer");
                String opaque = TOKEN.matcher(bare).replaceFirst("Bearer $1\"");
                slim.write(opaque.substring(0, opaque.length() - 1) + ",\"user.id\":\"" + consumer + "\"}\n");
                access.write(combined(bare, consumer));
            }
        }
    }

    private static String combined(String call, String consumer) {
        String query = text(call, "url.query");
        return "%s - %s [%s] \"%s %s%s HTTP/1.1\" %s %s \"-\" \"%s\"\n"
                .formatted(
                        text(call, "client.address"),
                        consumer.replace(' ', '-'),
                        LOGGED.format(Instant.parse(text(call, "timestamp"))),
                        text(call, "http.request.method"),
                        text(call, "url.path"),
                        query.isEmpty() ? "" : "?" + query,
                        text(call, "http.response.status_code"),
                        text(call, "http.response.body.size"),
                        text(call, "user_agent.original"));
    }

    /// A field's text or number; the records have no escapes where this looks.
    private static String text(String record, String field) {
        Matcher matcher = FIELDS.computeIfAbsent(field, Recast::pattern).matcher(record);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Pattern pattern(String field) {
        return Pattern.compile("\"" + Pattern.quote(field) + "\":\"?([^\",}]*+[^\"}]*?)(?:\"|,\"|})");
    }
}
