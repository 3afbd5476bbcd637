// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Whoever calls the API now and then: a person, a partner's machine, a thief.
abstract class Agent {

    private long due;
    private int rank;

    /// Does one thing, at most one call, and tells when the next thing is due ([Micros#NEVER] if nothing is).
    abstract long act(long at);

    final long due() {
        return due;
    }

    final void dueAt(long at) {
        due = at;
    }

    /// Its place in the order of joining, which settles who acts first at the same instant.
    final int rank() {
        return rank;
    }

    final void rankAs(int place) {
        rank = place;
    }
}
