// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.scenario.Scenario.Filter;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/// A [Filter] made ready: every scenario asks it about every call.
final class Matcher {

    private final BitSet statuses = new BitSet();
    private final Label[] labels;
    private final Set<String> methods;
    private final Set<String> endpoints;
    private final Set<Actor.Kind> kinds = EnumSet.noneOf(Actor.Kind.class);
    private final boolean hasUsername;

    Matcher(Filter filter) {
        filter.statuses().forEach(statuses::set);
        labels = filter.labels().toArray(Label[]::new);
        methods = filter.methods();
        endpoints = filter.endpoints();
        kinds.addAll(filter.kinds());
        hasUsername = filter.hasUsername();
    }

    boolean matches(Observation seen) {
        return matchesStatus(seen) && matchesButForStatus(seen);
    }

    private boolean matchesStatus(Observation seen) {
        return statuses.isEmpty() || statuses.get(seen.call().status());
    }

    boolean matchesButForStatus(Observation seen) {
        return matchesLabel(seen)
                && (methods.isEmpty() || methods.contains(seen.call().method()))
                && (kinds.isEmpty() || kinds.contains(seen.actor().kind()))
                && (endpoints.isEmpty() || endpoints.contains(seen.endpoint().toString()))
                && (!hasUsername || seen.call().presented(Facet.Kind.USERNAME) != null);
    }

    private boolean matchesLabel(Observation seen) {
        for (Label label : labels) {
            if (seen.endpoint().is(label)) {
                return true;
            }
        }
        return labels.length == 0;
    }
}
