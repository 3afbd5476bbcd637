// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.peers;

import dev.apian.reportcard.rival.NeverSeenBefore;
import dev.apian.reportcard.score.Finding;
import dev.apian.reportcard.world.Records;
import dev.apian.reportcard.world.Seen;
import dev.apian.reportcard.world.Showing;
import dev.apian.reportcard.world.Witness;
import dev.apian.simulator.Attack;
import dev.apian.simulator.AttackKind;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.Tactics;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.detector.PermissionViolation;
import dev.apian.stage.signal.detector.PermissionViolation.Limits;
import dev.apian.stream.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One world shown to the product: who violates permissions is found or not, and the innocent are left alone or not, at
/// each of many limits; a rival sees the same calls.
final class Worlds implements Witness {

    /// So long nothing bad happens, so that there is a normal to learn.
    static final Duration LEAD = Duration.ofDays(10);

    /// Half, one and a bit more times the shipped limit, and far beyond.
    static final double[] LIMITS = {1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12};

    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;

    private final List<Watchman<?>> watchmen = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> rivals = new ArrayList<>();
    private final NeverSeenBefore rival = new NeverSeenBefore();
    private final Map<String, String> waiting = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final UseLog log = new UseLog();
    private List<Attack> attacks = List.of();

    private Worlds() {
        for (double limit : LIMITS) {
            watchmen.add(watchman(limit, new PermissionViolation(Limits.DEFAULT.raisingAt(limit, limit * 4 / 3))));
        }
    }

    static Worlds of(WorldSettings settings, List<AttackOrder> orders) {
        WorldSettings world = new WorldSettings(
                settings.trade(),
                settings.days(),
                settings.actors(),
                settings.seed(),
                settings.start(),
                orders,
                LEAD,
                Optional.empty());
        Worlds worlds = new Worlds();
        worlds.attacks = Showing.of(world, Records.FULL, worlds);
        worlds.rival.end(worlds.rivals::add);
        return worlds;
    }

    /// With forces that take three, six and sixteen calls.
    static List<AttackOrder> orders(int count) {
        double[] forces = {0.19, 0.4, 1};
        List<AttackOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(new AttackOrder(
                    AttackKind.PERMISSION_VIOLATION, new Tactics(forces[i % forces.length], false)));
        }
        return orders;
    }

    @Override
    public void sent(SimulatedCall call) {
        waiting.put(call.id(), call.consumer().id());
        rival.see(Seen.of(call, "", 0), rivals::add);
    }

    @Override
    public void profiled(Profiled call, Population population) {
        String consumer = waiting.remove(call.id());
        if (consumer == null || call.identified().actor().kind() == Actor.Kind.ANONYMOUS) {
            return;
        }
        known.add(consumer);
        Profile profile = call.against(population);
        log.take(call, profile, consumer);
        if (!profile.firstUse() || !call.identified().call().succeeded()) {
            return;
        }
        Observation seen = new Observation(call.identified(), profile);
        watchmen.forEach(watchman -> watchman.see(seen, consumer));
    }

    private <S extends State> Watchman<S> watchman(double limit, Detector<S> detector) {
        return new Watchman<>(limit, detector);
    }

    /// One limit, with what it keeps of every actor.
    private final class Watchman<S extends State> {

        private final double limit;
        private final Detector<S> detector;
        private final Map<Long, S> states = new HashMap<>();

        private Watchman(double limit, Detector<S> detector) {
            this.limit = limit;
            this.detector = detector;
        }

        private void see(Observation seen, String consumer) {
            if (detector.keyOf(seen).isPresent()) {
                S state = states.computeIfAbsent(seen.actor().key(), _ -> detector.freshState());
                detector.observe(state, seen)
                        .ifPresent(signal -> findings.add(new Finding(consumer, signal.micros(), limit, "peers")));
            }
        }
    }

    UseLog log() {
        return log;
    }

    int people() {
        return known.size();
    }

    Set<String> culprits() {
        Set<String> culprits = new HashSet<>();
        attacks.forEach(attack -> culprits.addAll(attack.consumers()));
        return culprits;
    }

    /// Of the first attack of each culprit: whoever did it before uses nothing for the first time.
    int attacks() {
        return culprits().size();
    }

    int found(double limit, boolean byRival) {
        int found = 0;
        Set<String> before = new HashSet<>();
        for (Attack attack : attacks.stream()
                .sorted((a, b) -> a.times().getFirst().compareTo(b.times().getFirst()))
                .toList()) {
            String culprit = attack.consumers().getFirst();
            if (before.add(culprit)) {
                long from = attack.times().getFirst();
                long to = attack.times().getLast() + DAY;
                boolean hit = (byRival ? rivals : findings).stream()
                        .anyMatch(finding -> finding.actor().equals(culprit)
                                && finding.micros() >= from
                                && finding.micros() <= to
                                && (byRival ? finding.score() >= limit : finding.score() == limit));
                found += hit ? 1 : 0;
            }
        }
        return found;
    }

    /// Alerts about the innocent after the lead, one an actor and day.
    int alerts(double limit, boolean byRival, long start) {
        long from = start + LEAD.toMillis() * 1_000;
        Set<String> days = new HashSet<>();
        Set<String> guilty = culprits();
        (byRival ? rivals : findings).stream()
                .filter(finding -> finding.micros() >= from
                        && known.contains(finding.actor())
                        && !guilty.contains(finding.actor())
                        && (byRival ? finding.score() >= limit : finding.score() == limit))
                .forEach(finding -> days.add(finding.actor() + " " + Math.floorDiv(finding.micros(), DAY)));
        return days.size();
    }
}
