// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Actor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Everybody and everything that a finding names, each list without repeats and at most [#EACH_MAX] long.
public record Involved(
        List<String> users,
        List<String> credentials,
        List<String> addresses,
        List<String> endpoints,
        List<String> entities) {

    public static final int EACH_MAX = 50;

    public static final Involved NOBODY = new Involved(List.of(), List.of(), List.of(), List.of(), List.of());

    public static Involved in(Observation seen) {
        Facet credential = seen.identified().credential();
        return new Involved(
                seen.actor().kind() == Actor.Kind.ANONYMOUS
                        ? List.of()
                        : List.of(seen.actor().name()),
                credential == null ? List.of() : List.of(credential.kind().label() + " " + credential.value()),
                seen.call().origin().ip().isEmpty()
                        ? List.of()
                        : List.of(seen.call().origin().ip()),
                List.of(seen.endpoint().toString()),
                seen.entities().stream().map(Object::toString).toList());
    }

    public Involved plus(Involved other) {
        return new Involved(
                union(users, other.users),
                union(credentials, other.credentials),
                union(addresses, other.addresses),
                union(endpoints, other.endpoints),
                union(entities, other.entities));
    }

    public Involved withUsers(List<String> more) {
        return new Involved(union(users, more), credentials, addresses, endpoints, entities);
    }

    public Involved withAddresses(List<String> more) {
        return new Involved(users, credentials, union(addresses, more), endpoints, entities);
    }

    public Involved withEndpoints(List<String> more) {
        return new Involved(users, credentials, addresses, union(endpoints, more), entities);
    }

    public Involved withEntities(List<String> more) {
        return new Involved(users, credentials, addresses, endpoints, union(entities, more));
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        Stream<String> more =
                other.stream().filter(value -> !all.contains(value)).distinct();
        more.limit(Math.max(0, EACH_MAX - all.size())).forEachOrdered(all::add);
        return List.copyOf(all);
    }
}
