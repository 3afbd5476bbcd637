// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.credentials;

import dev.apian.reportcard.rival.OneAddressTooMany;
import dev.apian.reportcard.rival.Rival;
import dev.apian.reportcard.rival.TravelSpeed;
import dev.apian.reportcard.score.EntityClaim;
import dev.apian.reportcard.world.Seen;
import dev.apian.reportcard.world.Witness;
import dev.apian.simulator.Attack;
import dev.apian.simulator.Consumer;
import dev.apian.simulator.SimulatedCall;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps what alerts say about where credentials are used from, and what rivals say who are told the true actor.
final class Watch implements Witness {

    /// The detections that are measured.
    static final Set<String> DETECTIONS = Set.of("impossible-travel", "token-sharing", "new-deployment");

    private static final long WINDOW_MICROS = 15L * 60 * 1_000_000;

    private final List<Rival> rivals = List.of(new TravelSpeed(), new OneAddressTooMany());
    private final Map<String, List<EntityClaim>> rivalClaims = new LinkedHashMap<>();
    private final List<EntityClaim> claims = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, String> consumers = new HashMap<>();
    private final Map<String, SimulatedCall> thefts = new HashMap<>();

    Watch() {
        rivals.forEach(rival -> rivalClaims.put(rival.name(), new ArrayList<>()));
    }

    @Override
    public void sent(SimulatedCall call) {
        String consumer = call.consumer().id();
        consumers.put(call.id(), consumer);
        if (call.consumer().kind() != Consumer.Kind.ANONYMOUS) {
            known.add(consumer);
        }
        if (!call.attack().isEmpty()) {
            thefts.put(consumer, call);
        }
        var seen = Seen.of(call, "", 0);
        rivals.forEach(rival -> rival.see(seen, finding -> {
            if (finding.score() >= rival.published()) {
                claimsOf(rival.name())
                        .add(new EntityClaim(finding.actor(), finding.micros(), rival.name(), telling(call)));
            }
        }));
    }

    /// A rival names no calls: those of the thief a quarter of an hour before count as named.
    private List<String> telling(SimulatedCall call) {
        SimulatedCall theft = thefts.get(call.consumer().id());
        boolean lately = theft != null && call.micros() - theft.micros() <= WINDOW_MICROS;
        return theft != null && lately ? List.of(theft.id(), call.id()) : List.of(call.id());
    }

    /// Each signal counts once, when an alert first tells it.
    @Override
    public void raised(Alert version) {
        for (Signal signal : version.signals()) {
            if (DETECTIONS.contains(signal.card().id()) && told.add(signal.id())) {
                claims.add(new EntityClaim(
                        consumers.getOrDefault(signal.callId(), ""),
                        version.last(),
                        signal.card().id(),
                        signal.calls()));
            }
        }
    }

    List<EntityClaim> claims() {
        return List.copyOf(claims);
    }

    Map<String, List<EntityClaim>> rivalClaims() {
        return rivalClaims;
    }

    private List<EntityClaim> claimsOf(String rival) {
        return rivalClaims.computeIfAbsent(rival, _ -> new ArrayList<>());
    }

    /// Everybody with a credential whose own was not misused.
    Set<String> innocents(List<Attack> attacks) {
        Set<String> innocents = new LinkedHashSet<>(known);
        attacks.forEach(attack -> attack.consumers().forEach(innocents::remove));
        return innocents;
    }
}
