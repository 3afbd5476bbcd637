// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One call of the simulated world, ready to be written as one line of the native record format.
public final class SimulatedCall {

    private static final String BEARER = "Bearer ";

    private final long number;
    private final long at;
    private final Exchange exchange;
    private final Sender sender;
    private final String userAgent;
    private final String credential;
    private final Held held;
    private final Consumer consumer;
    private final String attack;
    private final String host;
    private final double seconds;

    /// @param credential the credential's fields at the moment of sending; it may be renewed right after
    /// @param held what that credential is
    SimulatedCall(
            long number,
            long at,
            String host,
            Exchange exchange,
            Sender sender,
            String credential,
            Held held,
            Consumer consumer,
            String attack,
            double seconds) {
        this.host = host;
        this.consumer = consumer;
        this.attack = attack;
        this.userAgent = sender.userAgent();
        this.number = number;
        this.at = at;
        this.exchange = exchange;
        this.sender = sender;
        this.credential = credential;
        this.held = held;
        this.seconds = seconds;
    }

    /// When the request arrived.
    public Instant at() {
        return Micros.toInstant(at);
    }

    /// The record's `event.id`, by which the ground truth names this call.
    public String id() {
        StringBuilder out = new StringBuilder(14);
        appendId(out);
        return out.toString();
    }

    public String method() {
        return exchange.method;
    }

    public String path() {
        return exchange.path;
    }

    public int status() {
        return exchange.status();
    }

    /// Its place among all calls of the world, from 0; the record's `event.id` is made of it.
    public long number() {
        return number;
    }

    /// The path with names instead of ids, as `/v1/orders/{order}`.
    public String template() {
        return exchange.template;
    }

    /// The entities that the path names, as `order 1001`.
    public List<String> entities() {
        return exchange.entities();
    }

    /// Whether all entities it names are in its path, since it has neither query nor body.
    public boolean isPlain() {
        return exchange.query().isEmpty() && exchange.requestBody().isEmpty();
    }

    /// Who is really behind it.
    public Consumer consumer() {
        return consumer;
    }

    /// The credential that it carries.
    public Held held() {
        return held;
    }

    /// The access token that it carries, or empty.
    public String accessToken() {
        int from = credential.indexOf(BEARER);
        return from < 0
                ? ""
                : credential.substring(from + BEARER.length(), credential.indexOf('"', from + BEARER.length()));
    }

    public String requestBody() {
        return exchange.requestBody();
    }

    public String responseBody() {
        return exchange.responseBody();
    }

    /// The id of the attack it belongs to, or empty.
    public String attack() {
        return attack;
    }

    public String address() {
        return sender.connection().address();
    }

    public String userAgent() {
        return userAgent;
    }

    public String country() {
        return sender.connection().country();
    }

    /// Degrees, of the place of the address.
    public double latitude() {
        return sender.connection().latitude();
    }

    public double longitude() {
        return sender.connection().longitude();
    }

    public int autonomousSystem() {
        return sender.connection().autonomousSystem();
    }

    public long responseBytes() {
        return exchange.responseSize();
    }

    /// Microseconds since 1970.
    public long micros() {
        return at;
    }

    /// Appends the record as one line of JSON, with its line feed. All of it is ASCII.
    public void appendTo(StringBuilder out) {
        append(out, true);
    }

    /// The same from a gateway that logs neither bodies, only their sizes, nor the cookies it sets.
    public void appendWithoutBodiesTo(StringBuilder out) {
        append(out, false);
    }

    private void append(StringBuilder out, boolean bodies) {
        out.append("{\"timestamp\":\"");
        appendTime(out);
        out.append("\",\"event.id\":\"");
        appendId(out);
        out.append("\",\"server.address\":\"")
                .append(host)
                .append("\",\"url.scheme\":\"https\",\"http.request.method\":\"")
                .append(exchange.method)
                .append("\",\"url.path\":\"")
                .append(exchange.path);
        if (!exchange.query().isEmpty()) {
            out.append("\",\"url.query\":\"").append(exchange.query());
        }
        out.append("\",\"http.response.status_code\":").append(exchange.status());
        out.append(sender.connection().fields());
        out.append(",\"user_agent.original\":\"").append(userAgent).append('"');
        out.append(credential);
        appendBodies(out, bodies);
        out.append(",\"http.server.request.duration\":");
        appendSeconds(out);
        out.append("}\n");
    }

    /// What is true of the call, as one line of JSON without a line feed.
    String label() {
        Json out = Json.object()
                .field("event_id", id())
                .field("consumer", consumer.id())
                .field("credential_class", held.type().label())
                .field("endpoint", exchange.method + " " + exchange.template)
                .array("entities");
        entities().forEach(out::element);
        return out.endArray().field("attack", attack).end();
    }

    private void appendBodies(StringBuilder out, boolean content) {
        if (!exchange.requestBody().isEmpty()) {
            out.append(",\"http.request.body.size\":")
                    .append(exchange.requestBody().length());
            if (content) {
                out.append(",\"http.request.body.content\":");
                Json.quote(out, exchange.requestBody());
            }
        }
        out.append(",\"http.response.body.size\":").append(exchange.responseSize());
        if (content && !exchange.responseBody().isEmpty()) {
            out.append(",\"http.response.body.content\":");
            Json.quote(out, exchange.responseBody());
        }
        if (content && !exchange.setCookie().isEmpty()) {
            out.append(",\"http.response.header.set-cookie\":\"")
                    .append(exchange.setCookie())
                    .append('"');
        }
    }

    private void appendId(StringBuilder out) {
        out.append("ev-");
        String hex = Long.toHexString(number);
        out.repeat('0', Math.max(0, 8 - hex.length())).append(hex);
    }

    private void appendSeconds(StringBuilder out) {
        long micros = Math.max(100, (long) (seconds * 1e6));
        out.append(micros / 1_000_000).append('.');
        appendDigits(out, micros % 1_000_000, 100_000);
    }

    private void appendTime(StringBuilder out) {
        long day = Math.floorDiv(at, Micros.DAY);
        long inDay = Math.floorMod(at, Micros.DAY);
        out.append(LocalDate.ofEpochDay(day)).append('T');
        appendDigits(out, inDay / Micros.HOUR, 10);
        appendDigits(out.append(':'), inDay / Micros.MINUTE % 60, 10);
        appendDigits(out.append(':'), inDay / Micros.SECOND % 60, 10);
        appendDigits(out.append('.'), inDay % Micros.SECOND, 100_000);
        out.append('Z');
    }

    private static void appendDigits(StringBuilder out, long value, int highest) {
        for (long unit = highest; unit > 0; unit /= 10) {
            out.append((char) ('0' + value / unit % 10));
        }
    }
}
