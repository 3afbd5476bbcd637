// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.openapi.Documented.Entry;
import dev.apian.openapi.Drift.Direction;
import dev.apian.openapi.Drift.Place;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Listed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Documents beside an inventory, while it is looked for what differs.
final class Comparison {

    /// What gateways and proxies say of any operation.
    private static final Set<Integer> ANYWHERE = Set.of(401, 403, 404, 429, 502, 503, 504);

    private final List<ApiDocument> documents;
    private final List<Listed> listed;
    private final Documented documented;
    private final Versions versions;
    private final Set<Operation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, String> covering = new HashMap<>();
    private final List<Drift> drifts = new ArrayList<>();

    Comparison(List<ApiDocument> documents, List<Listed> listed) {
        this.documents = documents;
        this.listed = listed.stream()
                .filter(line -> !line.endpoint().is(Label.UNMATCHED))
                .sorted(Comparator.comparing((Listed line) -> line.endpoint().template())
                        .thenComparing(line -> line.endpoint().method())
                        .thenComparing(line -> line.endpoint().host()))
                .toList();
        this.documented = new Documented(documents);
        this.versions = new Versions(documented, this.listed);
    }

    List<Drift> drifts() {
        for (Listed line : listed) {
            String names = covering.computeIfAbsent(line.endpoint().host(), this::covering);
            if (!names.isEmpty()) {
                compare(line, names);
            }
        }
        for (Entry entry : documented.all()) {
            Operation operation = entry.operation();
            if (!seen.contains(operation) && !operation.deprecated()) {
                drifts.add(new Drift.Unused(new Place(entry.document(), operation.method(), "", operation.template())));
            }
        }
        return List.copyOf(drifts);
    }

    private String covering(String host) {
        return documents.stream()
                .filter(document -> document.operations().stream().anyMatch(operation -> operation.covers(host)))
                .map(ApiDocument::name)
                .collect(Collectors.joining(", "));
    }

    private void compare(Listed line, String names) {
        Endpoint endpoint = line.endpoint();
        PathTemplate path = PathTemplate.of(endpoint.template());
        List<Entry> meant = documented.meant(endpoint.method(), endpoint.host(), path);
        meant.forEach(entry -> seen.add(entry.operation()));
        Entry entry = meant.isEmpty() ? null : meant.getFirst();
        Place place = new Place(
                entry == null ? names : entry.document(), endpoint.method(), endpoint.host(), endpoint.template());
        Drift zombie = zombie(place, line, path, entry);
        if (zombie != null) {
            drifts.add(zombie);
        } else if (entry == null && isShadow(line, path)) {
            drifts.add(new Drift.Shadow(
                    place,
                    line.facts().served(),
                    line.facts().calls(),
                    line.facts().last()));
        }
        if (entry != null) {
            compareCalls(place, entry.operation(), line.facts());
            drifts.addAll(new BodyComparison(
                            place, Direction.REQUEST, entry.operation().request())
                    .drifts(line.facts().request(), line.facts().unlisted()));
            drifts.addAll(new BodyComparison(
                            place, Direction.RESPONSE, entry.operation().response())
                    .drifts(line.facts().response(), line.facts().unlisted()));
        }
    }

    private @Nullable Drift zombie(Place place, Listed line, PathTemplate path, @Nullable Entry entry) {
        Facts facts = line.facts();
        if (entry != null && entry.operation().deprecated()) {
            return new Drift.Zombie(place, "deprecated", facts.calls(), facts.last());
        }
        String newer = versions.newer(place.method(), place.host(), path);
        return newer == null || facts.served() == 0
                ? null
                : new Drift.Zombie(place, "there is " + newer, facts.calls(), facts.last());
    }

    /// Browsers ask for options, and servers answer HEAD wherever they answer GET; nobody documents that. Pages' parts
    /// are no API.
    private boolean isShadow(Listed line, PathTemplate path) {
        Endpoint endpoint = line.endpoint();
        boolean isAnswerToHead = endpoint.method().equals("HEAD")
                && !documented.meant("GET", endpoint.host(), path).isEmpty();
        return line.facts().served() > 0
                && !endpoint.method().equals("OPTIONS")
                && !isAnswerToHead
                && !endpoint.is(Label.STATIC);
    }

    private void compareCalls(Place place, Operation operation, Facts facts) {
        new TreeMap<>(facts.parameters()).forEach((name, calls) -> {
            if (!isDocumented(operation, name)) {
                drifts.add(new Drift.UndocumentedParameter(place, name, calls, facts.calls()));
            }
        });
        new TreeMap<>(facts.statuses()).forEach((status, calls) -> {
            if (!isDocumented(operation, status)) {
                drifts.add(new Drift.UndocumentedStatus(place, status, calls, facts.calls()));
            }
        });
    }

    /// `filter[name]` and `ids[]` are ways to write `filter` and `ids`.
    private static boolean isDocumented(Operation operation, String parameter) {
        Set<String> names = operation.parameters().keySet();
        String stem = stem(parameter);
        return names.contains(Operation.ANY_PARAMETER)
                || names.contains(parameter)
                || names.stream().anyMatch(name -> stem(name).equals(stem));
    }

    private static String stem(String parameter) {
        int bracket = parameter.indexOf('[');
        return bracket > 0 ? parameter.substring(0, bracket) : parameter;
    }

    /// A document that tells no status at all, and statuses that redirect or inform, are left alone.
    private static boolean isDocumented(Operation operation, int status) {
        Set<String> statuses = operation.statuses();
        int hundreds = status / 100;
        return statuses.isEmpty()
                || statuses.contains("default")
                || statuses.contains(String.valueOf(status))
                || statuses.contains(hundreds + "XX")
                || ANYWHERE.contains(status)
                || hundreds != 2 && hundreds != 4 && hundreds != 5;
    }
}
