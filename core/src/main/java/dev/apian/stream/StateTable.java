// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import dev.apian.sketch.Hash;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// An open-addressing table of 17 bytes a place, at most five sixths full: by key a state, the second of its last use,
/// and a mark. A place without a state is free.
final class StateTable {

    private static final int PLACES_MIN = 16;

    long[] keys = new long[PLACES_MIN];
    int[] lasts = new int[PLACES_MIN];
    byte[] marks = new byte[PLACES_MIN];

    @Nullable
    State[] states = new State[PLACES_MIN];

    int size;

    /// Where a key was found last.
    private int found;

    int places() {
        return keys.length;
    }

    /// The place of a key, or the free one that it would get. A key that was removed may still stand in a free place.
    /// Most keys are looked for twice.
    int find(long key) {
        if (found < keys.length && keys[found] == key && states[found] != null) {
            return found;
        }
        int place = home(key, keys.length);
        while (keys[place] != key) {
            if (states[place] == null) {
                return place;
            }
            place = place + 1 == keys.length ? 0 : place + 1;
        }
        found = place;
        return place;
    }

    private static int home(long key, int places) {
        return (int) ((Hash.mix(key) >>> Integer.SIZE) * places >>> Integer.SIZE);
    }

    /// @param free what [#find] found
    /// @return where the key stands now
    int insert(long key, int free, State state) {
        int place = free;
        if (6L * (size + 1) > 5L * keys.length) {
            resize(keys.length + keys.length / 4);
            place = find(key);
        }
        keys[place] = key;
        states[place] = state;
        size++;
        return place;
    }

    /// Makes room for so many states at once.
    void reserve(int number) {
        int places = Math.toIntExact(number * 6L / 5 + 1);
        if (places > keys.length) {
            resize(places);
        }
    }

    private void resize(int places) {
        long[] oldKeys = keys;
        int[] oldLasts = lasts;
        byte[] oldMarks = marks;
        @Nullable State[] oldStates = states;
        keys = new long[places];
        lasts = new int[places];
        marks = new byte[places];
        states = new State[places];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldStates[i] != null) {
                int place = find(oldKeys[i]);
                keys[place] = oldKeys[i];
                lasts[place] = oldLasts[i];
                marks[place] = oldMarks[i];
                states[place] = oldStates[i];
            }
        }
    }

    /// Frees a place, and moves those up that would no longer be found behind the gap (Knuth, TAOCP 3, 6.4, algorithm
    /// R).
    void free(int place) {
        int gap = place;
        int next = place;
        while (true) {
            next = next + 1 == keys.length ? 0 : next + 1;
            if (states[next] == null) {
                break;
            }
            int home = home(keys[next], keys.length);
            boolean staysBehind = gap <= next ? home > gap && home <= next : home > gap || home <= next;
            if (!staysBehind) {
                keys[gap] = keys[next];
                lasts[gap] = lasts[next];
                marks[gap] = marks[next];
                states[gap] = states[next];
                gap = next;
            }
        }
        states[gap] = null;
        size--;
    }

    /// Removes the states at these places.
    void removeIf(IntPredicate goes) {
        int left = 0;
        for (int place = 0; place < keys.length; place++) {
            if (states[place] != null && goes.test(place)) {
                states[place] = null;
            } else {
                left += states[place] == null ? 0 : 1;
            }
        }
        if (left != size) {
            size = left;
            resize(Math.max(PLACES_MIN, left + left / 4 + 1));
        }
    }
}
