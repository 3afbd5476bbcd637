// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Scope;
import dev.apian.catalogue.Suppression;
import dev.apian.catalogue.Suppressions;
import dev.apian.engine.geo.Prefix;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/// Which alerts are suppressed, and by what. Found out once, until alerts or suppressions change. For several threads.
final class Covering {

    private final Suppressions suppressions;
    private long alertsVersion = Long.MIN_VALUE;
    private long version = -1;
    private Map<String, Suppression> byAlert = Map.of();

    Covering(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /// By the alert's id. Of several that cover an alert, the one that holds longest.
    synchronized Map<String, Suppression> of(Cases.Known known) {
        if (alertsVersion != known.version() || version != suppressions.version()) {
            version = suppressions.version();
            alertsVersion = known.version();
            byAlert = cover(suppressions.all(), known.alerts());
        }
        return byAlert;
    }

    private static Map<String, Suppression> cover(List<Suppression> all, List<ObjectNode> alerts) {
        Map<String, Suppression> found = new HashMap<>();
        for (ObjectNode alert : alerts) {
            Instant raised = Instant.parse(alert.path("raised_at").asString());
            for (Suppression one : all) {
                if (one.reaches(raised) && covers(one.scope(), alert)) {
                    found.merge(
                            alert.path("id").asString(""),
                            one,
                            (a, b) -> a.end().isBefore(b.end()) ? b : a);
                }
            }
        }
        return found;
    }

    /// Whether everything of the kinds that a scope names is named by it; where an alert holds nothing of such a kind,
    /// the scope does not speak of it.
    static boolean covers(Scope scope, ObjectNode alert) {
        return names(scope.scenarios(), Held.scenarios(alert))
                && names(scope.actors(), List.of(Held.actor(alert)))
                && names(scope.endpoints(), Held.endpoints(alert))
                && names(scope.entityTypes(), Held.entityTypes(alert))
                && contain(scope.networks(), Held.addresses(alert));
    }

    private static boolean names(List<String> named, List<String> held) {
        return named.isEmpty() || !held.isEmpty() && named.containsAll(held);
    }

    private static boolean contain(List<String> named, List<String> addresses) {
        if (named.isEmpty()) {
            return true;
        }
        List<Prefix> networks =
                named.stream().map(Prefix::parse).filter(Objects::nonNull).toList();
        return !addresses.isEmpty()
                && addresses.stream()
                        .allMatch(address -> networks.stream().anyMatch(network -> network.contains(address)));
    }
}
