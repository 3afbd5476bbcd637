// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last things of a kind that is numbered without gaps. Older ones are forgotten, so that a long
/// simulation needs no more memory than a short one.
final class Recent<T> {

    private final int first;
    private final int limit;
    private final List<@Nullable T> ring;
    private int next;

    Recent(int first, int limit) {
        this.first = first;
        this.next = first;
        this.limit = limit;
        this.ring = new ArrayList<>();
    }

    /// The number that the next one gets.
    int nextId() {
        return next;
    }

    void add(T thing) {
        int slot = (next++ - first) % limit;
        if (slot == ring.size()) {
            ring.add(thing);
        } else {
            ring.set(slot, thing);
        }
    }

    int oldestId() {
        return Math.max(first, next - limit);
    }

    @Nullable
    T find(int id) {
        return id >= oldestId() && id < next ? ring.get((id - first) % limit) : null;
    }

    /// One of the last so many, the newest included.
    T any(Chance chance, int among) {
        T found = find(next - 1 - chance.below(Math.min(among, next - oldestId())));
        if (found == null) {
            throw new IllegalStateException("asked for one of the recent before there was any");
        }
        return found;
    }
}
