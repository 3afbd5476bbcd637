// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.engine.geo.Prefix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/// Finds campaigns: alerts in which the same detection fired, which overlap in time, and which share an address, a
/// network, a credential, an entity or all their endpoints; and alerts that share so with these. The same alerts give
/// the same campaigns. Found once, until alerts change. For several threads.
final class Campaigns {

    /// What ends that much before another begins may still be the same.
    private static final Duration PAUSE_MAX = Duration.ofHours(1);

    private static final Comparator<ObjectNode> BEGAN = Comparator.comparing(
                    (ObjectNode alert) -> alert.path("first_seen").asString(""))
            .thenComparing(alert -> alert.path("id").asString(""));

    private long version = Long.MIN_VALUE;
    private Map<String, Campaign> byAlert = Map.of();

    /// By the alert's id.
    synchronized Map<String, Campaign> of(Cases.Known known) {
        if (version != known.version()) {
            version = known.version();
            byAlert = find(known.alerts());
        }
        return byAlert;
    }

    /// What two alerts may have in common.
    private record Bond(String scenario, String kind, String value) {}

    static Map<String, Campaign> find(List<ObjectNode> alerts) {
        List<ObjectNode> sorted = alerts.stream().sorted(BEGAN).toList();
        Map<Bond, List<Integer>> bonds = new LinkedHashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (Bond bond : bondsOf(sorted.get(i))) {
                bonds.computeIfAbsent(bond, _ -> new ArrayList<>()).add(i);
            }
        }
        Groups groups = new Groups(sorted.size());
        bonds.values().forEach(members -> joinOverlapping(members, sorted, groups));
        Map<String, Campaign> found = new HashMap<>();
        for (List<Integer> members : groups.all()) {
            List<ObjectNode> together = members.stream().map(sorted::get).toList();
            Campaign campaign = campaign(together);
            if (campaign.actors() > 1) {
                campaign.alerts().forEach(id -> found.put(id, campaign));
            }
        }
        return found;
    }

    private static void joinOverlapping(List<Integer> members, List<ObjectNode> sorted, Groups groups) {
        Instant reach = Instant.MIN;
        int before = -1;
        for (int member : members) {
            ObjectNode alert = sorted.get(member);
            if (before >= 0 && !time(alert, "first_seen").isAfter(reach)) {
                groups.join(before, member);
            }
            Instant end = time(alert, "last_seen").plus(PAUSE_MAX);
            reach = end.isAfter(reach) ? end : reach;
            before = member;
        }
    }

    private static Campaign campaign(List<ObjectNode> together) {
        TreeSet<String> actors = new TreeSet<>();
        together.forEach(alert -> actors.add(Held.actor(alert)));
        List<String> ids =
                together.stream().map(alert -> alert.path("id").asString("")).toList();
        return new Campaign(ids.getFirst(), ids, actors.size(), reason(together));
    }

    /// What most of them have in common; of several such things, the most telling.
    private static String reason(List<ObjectNode> together) {
        Map<String, Integer> shared = new TreeMap<>();
        for (ObjectNode alert : together) {
            TreeSet<String> own = new TreeSet<>();
            bondsOf(alert).forEach(bond -> own.add(bond.kind() + " " + bond.value()));
            own.forEach(thing -> shared.merge(thing, 1, Integer::sum));
        }
        String most = "";
        int count = 0;
        for (Map.Entry<String, Integer> entry : shared.entrySet()) {
            if (entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        String who = count == together.size()
                ? "all %d alerts".formatted(count)
                : "%d of %d alerts".formatted(count, together.size());
        return "%s at about the same time, %s with the %s"
                .formatted(String.join(", ", Held.scenarios(together.getFirst())), who, most);
    }

    private static List<Bond> bondsOf(ObjectNode alert) {
        List<Bond> bonds = new ArrayList<>();
        for (String scenario : Held.scenarios(alert)) {
            Held.credentials(alert).forEach(one -> bonds.add(new Bond(scenario, "credential", one)));
            Held.entities(alert).forEach(one -> bonds.add(new Bond(scenario, "entity", one)));
            for (String address : Held.addresses(alert)) {
                bonds.add(new Bond(scenario, "address", address));
                Prefix network = Prefix.parse(address);
                if (network != null) {
                    bonds.add(new Bond(scenario, "network", network.site().text()));
                }
            }
            List<String> endpoints = Held.endpoints(alert).stream().sorted().toList();
            if (!endpoints.isEmpty()) {
                String kind = endpoints.size() == 1 ? "endpoint" : "endpoints";
                bonds.add(new Bond(scenario, kind, String.join(", ", endpoints)));
            }
        }
        return bonds;
    }

    private static Instant time(ObjectNode alert, String member) {
        return Instant.parse(alert.path(member).asString());
    }

    /// Numbers that were joined, the smallest of each group as its root.
    private static final class Groups {

        private final int[] root;

        Groups(int size) {
            root = new int[size];
            for (int i = 0; i < size; i++) {
                root[i] = i;
            }
        }

        void join(int one, int other) {
            int a = rootOf(one);
            int b = rootOf(other);
            root[Math.max(a, b)] = Math.min(a, b);
        }

        List<List<Integer>> all() {
            Map<Integer, List<Integer>> groups = new TreeMap<>();
            for (int i = 0; i < root.length; i++) {
                groups.computeIfAbsent(rootOf(i), _ -> new ArrayList<>()).add(i);
            }
            return List.copyOf(groups.values());
        }

        private int rootOf(int of) {
            int i = of;
            while (root[i] != i) {
                root[i] = root[root[i]];
                i = root[i];
            }
            return i;
        }
    }
}
