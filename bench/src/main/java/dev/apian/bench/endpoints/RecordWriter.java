// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.bench.endpoints.Exchange.Sender;
import java.time.Instant;

/// Writes exchanges as records of the native format, one after the other in time.
final class RecordWriter {

    /// One tick in 200 calls.
    static final long MICROS_BETWEEN_CALLS = 300_000;

    private static final long BEGIN_MICROS =
            Instant.parse("2025-03-03T08:00:00Z").getEpochSecond() * 1_000_000;

    private final String host;
    private final boolean bodies;
    private final boolean senders;
    private long written;

    RecordWriter(String host, boolean bodies, boolean senders) {
        this.host = host;
        this.bodies = bodies;
        this.senders = senders;
    }

    String write(Exchange exchange) {
        long micros = BEGIN_MICROS + written * MICROS_BETWEEN_CALLS;
        Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        Sender sender = exchange.sender();
        StringBuilder out = new StringBuilder(512);
        out.append("{\"timestamp\":\"").append(at);
        out.append("\",\"event.id\":\"ev-").append(written++);
        out.append("\",\"server.address\":\"").append(host);
        out.append("\",\"http.request.method\":\"").append(exchange.method()).append("\",\"url.path\":");
        Body.quote(out, exchange.path());
        out.append(",\"http.response.status_code\":").append(exchange.status());
        out.append(",\"client.address\":\"").append(sender.address());
        out.append("\",\"user_agent.original\":\"").append(sender.userAgent()).append('"');
        if (senders && !sender.token().isEmpty()) {
            out.append(",\"http.request.header.authorization\":\"Bearer ")
                    .append(sender.token())
                    .append('"');
        }
        body(out, "request", exchange.request());
        body(out, "response", exchange.response());
        return out.append('}').toString();
    }

    private void body(StringBuilder out, String side, String body) {
        out.append(",\"http.").append(side).append(".body.size\":").append(body.length());
        if (bodies && !body.isEmpty()) {
            out.append(",\"http.").append(side).append(".body.content\":");
            Body.quote(out, body);
        }
    }
}
