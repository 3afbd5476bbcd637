// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;

/// Who acts next. It holds one entry an agent, so memory does not grow with the length of the simulation.
final class Agenda {

    private static final Comparator<Agent> SOONEST =
            Comparator.comparingLong(Agent::due).thenComparingInt(Agent::rank);

    private final PriorityQueue<Agent> waiting = new PriorityQueue<>(SOONEST);
    private final long end;
    private int joined;

    Agenda(long end) {
        this.end = end;
    }

    void join(Agent agent, long at) {
        agent.rankAs(joined++);
        enter(agent, at);
    }

    /// Moves an agent that waits for later to an earlier time.
    void hurry(Agent agent, long at) {
        if (at < agent.due()) {
            waiting.remove(agent);
            enter(agent, at);
        }
    }

    /// Lets the next agent act; false when nobody will act before the end.
    boolean step() {
        Agent next = waiting.poll();
        if (next == null) {
            return false;
        }
        long at = next.due();
        next.dueAt(Micros.NEVER);
        enter(next, next.act(at));
        return true;
    }

    private void enter(Agent agent, long at) {
        agent.dueAt(at);
        if (at < end) {
            waiting.add(agent);
        }
    }
}
