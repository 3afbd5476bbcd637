// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.call.Facet;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Actor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        return in(seen, seen.entities());
    }

    /// A call of which only these entities tell something.
    static Involved in(Observation seen, List<EntityRef> telling) {
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
                telling.stream().map(EntityRef::toString).toList());
    }

    /// Whether a call adds nothing, as most do that come after a few of the same actor. Builds no texts to find out.
    boolean names(Observation seen, List<EntityRef> telling) {
        Facet credential = seen.identified().credential();
        String ip = seen.call().origin().ip();
        return (seen.actor().kind() == Actor.Kind.ANONYMOUS
                        || holds(users, seen.actor().name()))
                && (credential == null || holds(credentials, credential.kind().label(), credential.value()))
                && (ip.isEmpty() || holds(addresses, ip))
                && holds(endpoints, seen.endpoint().method(), seen.endpoint().template())
                && holdsAll(telling);
    }

    private boolean holdsAll(List<EntityRef> telling) {
        for (EntityRef entity : telling) {
            if (!holds(entities, entity.type(), entity.id())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(List<String> values, String value) {
        return values.size() >= EACH_MAX || values.contains(value);
    }

    /// Whether a text is there that is two parts with a blank between them.
    private static boolean holds(List<String> values, String first, String second) {
        if (values.size() >= EACH_MAX) {
            return true;
        }
        for (String value : values) {
            if (value.length() == first.length() + 1 + second.length()
                    && value.charAt(first.length()) == ' '
                    && value.endsWith(second)
                    && value.startsWith(first)) {
                return true;
            }
        }
        return false;
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
        if (one.size() >= EACH_MAX || one.containsAll(other)) {
            return one;
        }
        Set<String> all = new LinkedHashSet<>(one);
        for (String value : other) {
            if (all.size() < EACH_MAX) {
                all.add(value);
            }
        }
        return List.copyOf(all);
    }
}
