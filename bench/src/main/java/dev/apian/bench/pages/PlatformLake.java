// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.pages;

import dev.apian.bench.ThirtyDays;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredAlert;
import dev.apian.lake.CallRow;
import dev.apian.lake.Snapshot;
import dev.apian.lake.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The lake, the small tables and the alerts of a [Platform], by the product's own writers.
record PlatformLake(Path directory, long calls, Platform platform) {

    private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

    String catalogue() {
        return Catalogue.urlIn(directory);
    }

    void fillIfAbsent() throws IOException {
        if (Files.exists(directory.resolve(Catalogue.FILE))) {
            return;
        }
        List<Long> took = new ThirtyDays(calls, platform::call).writeTo(directory);
        System.err.printf("written in %d s, merged in %d s%n", took.get(0) / 1_000, took.get(1) / 1_000);
        Snapshot tables = Snapshot.open(directory);
        tables.replace(Table.ACTORS, rows(IntStream.range(0, platform.actors()).mapToObj(PlatformLake::actor)));
        tables.replace(
                Table.ENDPOINTS, rows(IntStream.range(0, Platform.ENDPOINTS).mapToObj(this::endpoint)));
        try (Catalogue catalogue = Catalogue.open(catalogue())) {
            catalogue.alerts().put(alerts());
        }
    }

    private static Iterable<Map<String, Object>> rows(Stream<Map<String, Object>> rows) {
        Iterator<Map<String, Object>> iterator = rows.iterator();
        return () -> iterator;
    }

    private static Map<String, Object> actor(int number) {
        List<Map<String, Object>> facets = List.of(
                facet("api_key", "key-" + number, "sent with its calls"),
                facet("user", Platform.name(number), "named by the token"));
        return Map.of(
                "actor",
                Platform.actor(number),
                "name",
                Platform.name(number),
                "kind",
                Platform.kind(number),
                "roles",
                number % 7 == 0 ? "admin" : "member",
                "version",
                1L,
                "facets",
                facets);
    }

    private static Map<String, Object> facet(String type, String value, String because) {
        return Map.of(
                "type",
                type,
                "value",
                value,
                "first_seen",
                ThirtyDays.START.toString(),
                "last_seen",
                ThirtyDays.START.plus(20, ChronoUnit.DAYS).toString(),
                "because",
                because,
                "confidence",
                0.9);
    }

    private Map<String, Object> endpoint(int number) {
        String endpoint = platform.endpoint(number);
        return Map.of(
                "endpoint",
                endpoint,
                "host",
                Platform.host(number),
                "method",
                endpoint.substring(0, endpoint.indexOf(' ')),
                "template",
                endpoint.substring(endpoint.indexOf(' ') + 1),
                "sensitivity",
                SEVERITIES.get(number % 3).replace("critical", "high"),
                "labels",
                number % 9 == 0 ? List.of("login") : List.of(),
                "posture",
                number % 5 == 0 ? "open" : "required",
                "data",
                number % 4 == 0 ? List.of("email") : List.of());
    }

    private List<StoredAlert> alerts() {
        List<StoredAlert> alerts = new ArrayList<>();
        platform.alerted().forEach((number, calls) -> {
            if (!calls.isEmpty()) {
                alerts.add(alert(number, calls));
            }
        });
        return alerts;
    }

    private static StoredAlert alert(int number, List<CallRow> calls) {
        long first = calls.getFirst().timeMicros();
        String id = "al-" + number;
        String json = """
            {"id":"%1$s","raised_at":"%2$s","first_seen":"%2$s","last_seen":"%3$s","severity":"%4$s","risk":%5$s,\
            "title":"%6$s reads far more things than its peers",\
                "summary":"It read 400 things within an hour, 12 are usual.",\
            "actor":{"id":"%7$s","name":"%6$s","kind":"%8$s"},"scenarios":["id-walk"],\
            "involved":{"users":[],"credentials":[],"addresses":[],"endpoints":[],"entities":[]},\
            "evidence":[{"measure":"distinct things","observed":400,"expected":12,"unit":"things","window":"PT1H"}],\
            "calls":[%9$s],"what_to_check":[],"repeated":0,\
            "signals":[{"scenario":"id-walk","at":"%3$s","reason":"a walk","evidence":[]}],"cards":[]}""".formatted(
                        id,
                        Instant.EPOCH.plus(first, ChronoUnit.MICROS),
                        Instant.EPOCH.plus(calls.getLast().timeMicros(), ChronoUnit.MICROS),
                        SEVERITIES.get(number % SEVERITIES.size()),
                        number % 100 / 100.0,
                        Platform.name(number),
                        Platform.actor(number),
                        Platform.kind(number),
                        calls.stream().map(call -> '"' + call.callId() + '"').collect(Collectors.joining(",")));
        return new StoredAlert(id, first, 1, json);
    }
}
