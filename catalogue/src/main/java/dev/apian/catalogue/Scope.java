// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.util.List;
import java.util.stream.Stream;

/// Which alerts a suppression speaks of: each list that is not empty must name everything of its kind that an alert
/// holds. So nothing is hidden that nobody named: an alert in which another detection fired too stays.
///
/// @param actors      ids
/// @param endpoints   as alerts name them
/// @param entityTypes for example `order`
/// @param networks    CIDR, or single addresses
public record Scope(
        List<String> scenarios,
        List<String> actors,
        List<String> endpoints,
        List<String> entityTypes,
        List<String> networks) {

    /// Of each kind.
    public static final int NAMES_MAX = 50;

    public Scope {
        scenarios = List.copyOf(scenarios);
        actors = List.copyOf(actors);
        endpoints = List.copyOf(endpoints);
        entityTypes = List.copyOf(entityTypes);
        networks = List.copyOf(networks);
    }

    public boolean isEmpty() {
        return lists().allMatch(List::isEmpty);
    }

    private Stream<List<String>> lists() {
        return Stream.of(scenarios, actors, endpoints, entityTypes, networks);
    }
}
