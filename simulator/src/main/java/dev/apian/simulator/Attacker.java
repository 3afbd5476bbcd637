// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An agent that does something bad and keeps the ground truth of it.
abstract class Attacker extends Agent {

    /// A live attack is over within this time.
    static final long LIVE_LENGTH = 75 * Micros.SECOND;

    /// The truth names this many calls of an attack at most, the first ones.
    static final int CALLS_MAX = 100_000;

    private final World world;
    private final Loot loot;
    private final Chance chance;
    private final Brief brief;
    private final List<String> calls = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private int strikes;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    Attacker(World world, Brief brief, Chance chance) {
        this.world = world;
        loot = world.business().loot();
        this.brief = brief;
        this.chance = chance;
    }

    /// The actor as an analyst would see it.
    abstract String culprit();

    /// Everything by which the actor may be called.
    abstract List<String> names();

    /// Those who do it or whose credentials are misused.
    abstract List<Consumer> consumers();

    /// What happens, in a sentence.
    abstract String story();

    /// The time at or after this one at which it would begin by itself.
    long likesToStart(long at) {
        return at;
    }

    /// The attack so far, if it has begun.
    final Optional<Attack> truth() {
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attack(
                        brief.id(),
                        brief.kind(),
                        brief.tactics(),
                        culprit(),
                        names(),
                        consumers().stream().map(Consumer::id).toList(),
                        first,
                        last,
                        calls,
                        times,
                        story()));
    }

    final World world() {
        return world;
    }

    final Loot loot() {
        return loot;
    }

    final Tactics tactics() {
        return brief.tactics();
    }

    final boolean isLive() {
        return brief.live();
    }

    final Chance chance() {
        return chance;
    }

    final int strikes() {
        return strikes;
    }

    /// Sends a call that belongs to the attack.
    final void strike(long at, Exchange exchange, Sender sender, String credential, Consumer consumer) {
        SimulatedCall call = world.wire().send(at, exchange, sender, credential, consumer, brief.id(), chance);
        if (calls.size() < CALLS_MAX) {
            calls.add(call.id());
            times.add(call.micros());
        }
        strikes++;
        first = strikes == 1 ? call.at() : first;
        last = call.at();
    }

    /// The time to the next of about so many calls that together take so long, or less when live.
    final long gap(long length, int count) {
        long whole = brief.live() ? LIVE_LENGTH : length;
        return brief.live() ? whole / count : chance.span(whole / count * 7 / 10, 0.8);
    }

    /// What the attack is to be.
    ///
    /// @param live whether it has to be over within 90 seconds
    record Brief(String id, AttackKind kind, Tactics tactics, boolean live) {}
}
