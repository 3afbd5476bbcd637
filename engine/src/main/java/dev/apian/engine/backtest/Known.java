// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryResult;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Label;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known by now of the actors and endpoints of a lake, and is not kept with each call.
record Known(Map<String, Person> actors, Map<String, Operation> endpoints) {

    /// Those seen last; others go by their id.
    private static final int ACTORS_MAX = 200_000;

    private static final int ENDPOINTS_MAX = 100_000;

    private static final String ACTORS = """
            SELECT actor, "name", coalesce(application, ''), coalesce(roles, '')
            FROM stored_actors ORDER BY version DESC, actor LIMIT ?
            """;

    private static final String ENDPOINTS = """
            SELECT coalesce(host, ''), endpoint, coalesce(sensitivity, 'low'), labels FROM stored_endpoints LIMIT ?
            """;

    /// @param application client id; empty if none was told
    /// @param roles       as its group is named; empty if none were told
    record Person(String name, String application, String roles) {}

    record Operation(Sensitivity sensitivity, Set<Label> labels) {

        static final Operation ORDINARY = new Operation(Sensitivity.LOW, Set.of());
    }

    static Known in(Query query) throws QueryException, IOException {
        Map<String, Person> actors = new HashMap<>();
        try (QueryResult rows = query.prepared(ACTORS, List.of(ACTORS_MAX))) {
            while (rows.next()) {
                actors.put(text(rows, 0), new Person(text(rows, 1), text(rows, 2), text(rows, 3)));
            }
        }
        Map<String, Operation> endpoints = new HashMap<>();
        try (QueryResult rows = query.prepared(ENDPOINTS, List.of(ENDPOINTS_MAX))) {
            while (rows.next()) {
                endpoints.put(
                        key(text(rows, 0), text(rows, 1)),
                        new Operation(
                                Sensitivity.valueOf(text(rows, 2).toUpperCase(Locale.ROOT)), labels(rows.get(3))));
            }
        }
        return new Known(actors, endpoints);
    }

    Operation endpoint(String host, String endpoint) {
        return endpoints.getOrDefault(key(host, endpoint), Operation.ORDINARY);
    }

    static String key(String host, String endpoint) {
        return host + " " + endpoint;
    }

    private static Set<Label> labels(@Nullable Object told) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        if (told instanceof List<?> words) {
            words.forEach(word -> labels.add(Label.valueOf(String.valueOf(word).toUpperCase(Locale.ROOT))));
        }
        return labels;
    }

    private static String text(QueryResult rows, int column) throws QueryException {
        return Recall.text(rows.get(column));
    }
}
