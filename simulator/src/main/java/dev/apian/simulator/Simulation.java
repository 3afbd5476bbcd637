// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A world that runs as its calls are read, in the order of time. It computes the next call only when asked
/// for it, so a reader may take weeks at once and then pace the rest by the clock on the wall.
public final class Simulation implements Iterator<SimulatedCall> {

    /// Streams of chance below this one belong to the world, those above to its agents.
    private static final long WORLD = 1;

    private static final long PEOPLE = 2;
    private static final long ATTACKS = 3;

    private final World world;
    private final List<Attacker> attackers;
    private @Nullable SimulatedCall next;

    public Simulation(WorldSettings settings) {
        world = new World(settings, Chance.of(settings.seed(), WORLD));
        Population.settle(world, Chance.of(settings.seed(), PEOPLE));
        attackers = new AttackPlan(world, Chance.of(settings.seed(), ATTACKS)).start();
    }

    @Override
    public boolean hasNext() {
        while (next == null && world.agenda().step()) {
            next = world.wire().take();
        }
        return next != null;
    }

    @Override
    public SimulatedCall next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the simulated time is over");
        }
        SimulatedCall call = next;
        next = null;
        return call;
    }

    /// The harmless but strange, as far as it has come about or is certain to.
    public List<Occasion> occasions() {
        return world.diary().occasions();
    }

    /// The ground truth so far: attacks of which at least one call has been read, as far as they have come.
    public List<Attack> attacks() {
        return attackers.stream().flatMap(attacker -> attacker.truth().stream()).toList();
    }
}
