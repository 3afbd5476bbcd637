// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import dev.apian.bench.peers.UseLog.Use;
import dev.apian.stage.profile.peers.PeerModel;
import dev.apian.stage.profile.peers.PeersLearner;
import dev.apian.stage.signal.detector.PermissionViolation.Limits;
import dev.apian.stream.Tick;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// The uses of one world learned again, and every day some actors asked: had you used three endpoints that one of
/// another group uses and nobody of yours, how odd would it have been? Beside the first uses that did happen.
///
/// Nothing of what is asked is learned, so thousands of violations fit into one world.
final class CrossRole {

    private static final int LEAD_DAYS = 10;
    private static final int FOREIGN = 3;
    private static final int ASKED_A_DAY = 20;
    private static final int SETTLED_MIN = 3;

    private final UseLog log;
    private final Random random;
    private final PeersLearner learner = new PeersLearner();
    private final Map<Long, Set<Long>> used = new HashMap<>();
    private final Map<Long, Long> groupOf = new HashMap<>();
    private final Map<Long, Set<Long>> usedByGroup = new HashMap<>();
    private final Map<Long, Set<Long>> settled = new HashMap<>();

    final List<Double> benign = new ArrayList<>();
    final List<Double> foreign = new ArrayList<>();
    final List<Double> benignDays = new ArrayList<>();
    final List<Double> foreignDays = new ArrayList<>();
    long actorDays;

    private CrossRole(UseLog log, Random random) {
        this.log = log;
        this.random = random;
    }

    /// @param contaminated so large a part of the actors uses three foreign endpoints every other day from the first
    /// @param left         consumers whose first uses are no ordinary ones
    static CrossRole of(UseLog log, double contaminated, Set<String> left, long seed) {
        CrossRole cross = new CrossRole(log, new Random(seed));
        cross.run(contaminated, left);
        return cross;
    }

    private void run(double contaminated, Set<String> left) {
        TreeMap<Integer, List<Use>> days = new TreeMap<>();
        log.uses().forEach(use -> days.computeIfAbsent(use.day(), _ -> new ArrayList<>()).add(use));
        Map<Long, Set<Long>> all = new HashMap<>();
        Map<Long, Long> groups = new HashMap<>();
        log.uses().forEach(use -> {
            groups.put(use.actor(), use.group());
            if (!left.contains(use.consumer())) {
                all.computeIfAbsent(use.group(), _ -> new HashSet<>()).add(use.endpoint());
            }
        });
        usedByGroup.putAll(all);
        Map<Long, List<Long>> violators = contaminated > 0 ? violators(groups, contaminated) : Map.of();
        int first = days.firstKey();
        days.forEach((day, uses) -> {
            PeerModel model = learner.publish(day * Tick.PER_DAY);
            if (day >= first + LEAD_DAYS) {
                ask(model, uses, left, violators.keySet());
            }
            for (Use use : uses) {
                learner.learn(use.actor(), use.group(), use.endpoint(), use.micros());
                used.computeIfAbsent(use.actor(), _ -> new HashSet<>()).add(use.endpoint());
                groupOf.put(use.actor(), use.group());
            }
            violators.forEach((actor, endpoints) -> {
                Long group = groupOf.get(actor);
                if (group != null && (day - first) % 2 == 0) {
                    endpoints.forEach(endpoint ->
                            learner.learn(actor, group, endpoint, uses.getLast().micros()));
                }
            });
            used.forEach((actor, endpoints) -> settled.put(actor, new HashSet<>(endpoints)));
        });
    }

    private Map<Long, List<Long>> violators(Map<Long, Long> groups, double share) {
        List<Long> actors = new ArrayList<>(groups.keySet());
        Collections.sort(actors);
        Collections.shuffle(actors, random);
        Map<Long, List<Long>> violators = new HashMap<>();
        for (Long actor : actors.subList(0, (int) Math.round(share * actors.size()))) {
            List<Long> endpoints = foreignTo(groups.get(actor));
            if (endpoints.size() == FOREIGN) {
                violators.put(actor, endpoints);
            }
        }
        return violators;
    }

    /// Endpoints of one other group that nobody of this one uses in the whole world.
    private List<Long> foreignTo(long group) {
        Set<Long> own = usedByGroup.getOrDefault(group, Set.of());
        List<Long> others = new ArrayList<>(usedByGroup.keySet());
        Collections.sort(others);
        Collections.shuffle(others, random);
        for (Long other : others) {
            List<Long> endpoints = new ArrayList<>(usedByGroup.getOrDefault(other, Set.of()));
            endpoints.removeAll(own);
            Collections.sort(endpoints);
            Collections.shuffle(endpoints, random);
            if (endpoints.size() >= FOREIGN) {
                return endpoints.subList(0, FOREIGN);
            }
        }
        return List.of();
    }

    private void ask(PeerModel model, List<Use> uses, Set<String> left, Set<Long> violators) {
        Map<Long, List<Double>> weights = new HashMap<>();
        for (Use use : uses) {
            Set<Long> before = settled.getOrDefault(use.actor(), Set.of());
            boolean ordinary = use.first()
                    && before.size() >= SETTLED_MIN
                    && !before.contains(use.endpoint())
                    && !left.contains(use.consumer())
                    && !violators.contains(use.actor());
            if (ordinary) {
                double odd = model.shareAsOdd(ids(before), use.group(), use.endpoint());
                if (!Double.isNaN(odd)) {
                    benign.add(odd);
                    weights.computeIfAbsent(use.actor(), _ -> new ArrayList<>()).add(weight(odd, use.endpoint()));
                }
            }
        }
        weights.values().forEach(day -> benignDays.add(strongest(day)));
        actorDays += used.size();
        List<Long> actors = new ArrayList<>(settled.keySet());
        actors.removeAll(violators);
        Collections.sort(actors);
        Collections.shuffle(actors, random);
        int asked = 0;
        for (Long actor : actors) {
            Set<Long> before = settled.getOrDefault(actor, Set.of());
            List<Long> endpoints = foreignTo(groupOf.getOrDefault(actor, 0L));
            if (before.size() < SETTLED_MIN || endpoints.size() < FOREIGN || asked == ASKED_A_DAY) {
                continue;
            }
            asked++;
            List<Double> three = new ArrayList<>();
            for (long endpoint : endpoints) {
                double odd = model.shareAsOdd(ids(before), groupOf.getOrDefault(actor, 0L), endpoint);
                foreign.add(Double.isNaN(odd) ? 1 : odd);
                three.add(Double.isNaN(odd) ? 0 : weight(odd, endpoint));
            }
            foreignDays.add(strongest(three));
        }
    }

    private double weight(double odd, long endpoint) {
        return Limits.DEFAULT.oddness(odd) * Limits.DEFAULT.weightOf(log.endpoint(endpoint).sensitivity());
    }

    private static double strongest(List<Double> weights) {
        return weights.stream()
                .sorted(Comparator.reverseOrder())
                .limit(Limits.DEFAULT.strongest())
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static long[] ids(Set<Long> endpoints) {
        return endpoints.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
