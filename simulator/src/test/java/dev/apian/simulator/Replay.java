// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a world record by record and finds out, from nothing but the records, who made each call.
final class Replay {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NUMBERED = Pattern.compile("/v1/(orders|invoices)/(\\d+)(/.*)?");

    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final List<Seen> calls = new ArrayList<>();
    private final List<Attack> attacks;

    private Replay(WorldSettings settings) {
        Simulation simulation = new Simulation(settings);
        StringBuilder line = new StringBuilder();
        while (simulation.hasNext()) {
            line.setLength(0);
            simulation.next().appendTo(line);
            JsonNode call = JSON.readTree(line.toString());
            calls.add(new Seen(call, whoMade(call)));
        }
        calls.replaceAll(call -> new Seen(call.call(), ids.getOrDefault(call.actor(), call.actor())));
        attacks = simulation.attacks();
    }

    static Replay of(WorldSettings settings) {
        return new Replay(settings);
    }

    List<Seen> calls() {
        return calls;
    }

    List<Attack> attacks() {
        return attacks;
    }

    Attack attack(AttackKind kind) {
        return attacks.stream()
                .filter(attack -> attack.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    List<Seen> callsOf(Attack attack) {
        Set<String> wanted = Set.copyOf(attack.calls());
        return calls.stream().filter(call -> wanted.contains(call.id())).toList();
    }

    /// The calls that the named actor made before the attack began.
    List<Seen> before(Attack attack) {
        return calls.stream()
                .filter(call -> attack.names().contains(call.actor()))
                .filter(call -> call.at().isBefore(attack.firstSeen()))
                .toList();
    }

    /// A user's number, a partner's client id, or an address.
    private String whoMade(JsonNode call) {
        String path = call.path("url.path").asString();
        boolean aboutAccounts = path.startsWith("/v1/auth/") || path.equals("/v1/me");
        JsonNode asked = aboutAccounts ? body(call, "http.request.body.content") : JSON.missingNode();
        JsonNode answer = aboutAccounts ? body(call, "http.response.body.content") : JSON.missingNode();
        String token = credential(call);
        String who = holders.getOrDefault(token, claimed(token));
        if (path.equals("/v1/auth/login")) {
            who = asked.path("username").asString();
        } else if (path.equals("/v1/auth/refresh")) {
            who = holders.getOrDefault(asked.path("refresh_token").asString(), "");
        }
        if (call.has("user.id")) {
            who = call.path("user.id").asString();
        } else if (call.has("client.id")) {
            who = call.path("client.id").asString();
        }
        if (path.equals("/v1/me") && answer.has("id")) {
            ids.put(answer.path("username").asString(), answer.path("id").asString());
        }
        if (answer.has("access_token") && asked.isObject()) {
            holders.put(answer.path("access_token").asString(), who);
            holders.put(answer.path("refresh_token").asString(), who);
        }
        return who.isEmpty() ? call.path("client.address").asString() : who;
    }

    private static String credential(JsonNode call) {
        return call.path("http.request.header.authorization").asString("").replaceFirst("^Bearer ", "");
    }

    private String claimed(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return "";
        }
        JsonNode claims = JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        return claims.path("sub").asString();
    }

    static JsonNode body(JsonNode call, String field) {
        String text = call.path(field).asString("");
        return text.startsWith("{") ? JSON.readTree(text) : JSON.missingNode();
    }

    /// One call and its maker.
    record Seen(JsonNode call, String actor) {

        String id() {
            return text("event.id");
        }

        Instant at() {
            return Instant.parse(text("timestamp"));
        }

        String text(String field) {
            return call.path(field).asString("");
        }

        int status() {
            return call.path("http.response.status_code").asInt();
        }

        boolean succeeded() {
            return status() < 300;
        }

        String endpoint() {
            return text("http.request.method") + " " + text("url.path").replaceAll("/\\d+(?=/|$)", "/{id}");
        }

        JsonNode answer() {
            return body(call, "http.response.body.content");
        }

        JsonNode asked() {
            return body(call, "http.request.body.content");
        }

        /// The order or invoice that the path names, for example `orders 104310`.
        Optional<String> named() {
            Matcher matcher = NUMBERED.matcher(text("url.path"));
            return matcher.matches() ? Optional.of(matcher.group(1) + " " + matcher.group(2)) : Optional.empty();
        }

        /// All orders and invoices that the answer shows.
        List<String> shown() {
            List<String> shown = new ArrayList<>();
            if (succeeded()) {
                collect(answer(), text("url.path").contains("invoices") ? "invoices " : "orders ", shown);
            }
            return shown;
        }

        private static void collect(JsonNode node, String kind, List<String> shown) {
            node.properties().forEach(field -> {
                JsonNode value = field.getValue();
                switch (field.getKey()) {
                    case "id" -> shown.add(kind + value.asString());
                    case "order_id" -> shown.add("orders " + value.asString());
                    case "invoice_id" -> shown.add("invoices " + value.asString());
                    case "items", "orders" -> value.forEach(item -> collect(item, kind, shown));
                    default -> {}
                }
            });
        }
    }
}
