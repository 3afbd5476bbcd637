// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.reportcard.score.EntityClaim;
import dev.apian.reportcard.score.Theft;
import dev.apian.simulator.Attack;
import dev.apian.simulator.Consumer;
import dev.apian.simulator.SimulatedCall;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps what alerts say about entities, and how much the attacked endpoints were used before.
public final class TheftWatch implements Witness {

    /// After so long without a call, the next one begins a new session. Microseconds.
    private static final long SESSION_GAP = 30L * 60 * 1_000_000;

    private final Ledger ledger = new Ledger();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<EntityClaim> claims = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Long> lastUse = new HashMap<>();
    private final Map<String, Integer> sessions = new HashMap<>();
    private final Map<String, Integer> sessionsBefore = new HashMap<>();

    @Override
    public void sent(SimulatedCall call) {
        ledger.enter(call);
        if (call.consumer().kind() != Consumer.Kind.ANONYMOUS) {
            known.add(call.consumer().id());
        }
        String endpoint = call.method() + " " + call.template();
        if (!call.attack().isEmpty()) {
            sessionsBefore.putIfAbsent(endpoint, sessions.getOrDefault(endpoint, 0));
        }
        Long before = lastUse.put(call.consumer().id() + " " + endpoint, call.micros());
        if (before == null || call.micros() - before > SESSION_GAP) {
            sessions.merge(endpoint, 1, Integer::sum);
        }
    }

    /// Each signal counts once, when an alert first tells it.
    @Override
    public void raised(Alert version) {
        for (Signal signal : version.signals()) {
            if (signal.card().family() == Card.Family.ENTITY && told.add(signal.id())) {
                claims.add(new EntityClaim(
                        ledger.consumerOf(signal.calls()),
                        version.last(),
                        signal.card().id(),
                        signal.calls()));
            }
        }
    }

    public List<EntityClaim> claims() {
        return List.copyOf(claims);
    }

    /// Everybody with a credential who is not to blame for any of these.
    public Set<String> innocents(List<Attack> attacks) {
        Set<String> innocents = new LinkedHashSet<>(known);
        attacks.forEach(attack -> attack.consumers().forEach(innocents::remove));
        return innocents;
    }

    /// Of each endpoint that was attacked, the sessions with it before the first attack there.
    public List<Integer> sessionsBefore() {
        return List.copyOf(sessionsBefore.values());
    }

    /// @param how what to call it
    /// @param end of the world, microseconds
    public static Theft theft(Attack attack, String how, long end) {
        return new Theft(
                how, attack.consumers().getFirst(), attack.times().getFirst(), end, Set.copyOf(attack.calls()));
    }
}
