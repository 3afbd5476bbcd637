// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import dev.apian.sketch.Hash;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The states of one step, by key, for runners that keep them in memory. Belongs to one thread.
///
/// An open-addressing table of 16 bytes a place, at most five sixths full; several keys may share one state. A state
/// silent for longer than the step's memory is as good as gone: the next item of its key meets a fresh one, whether or
/// not [#sweep] has removed it meanwhile. So sweeping changes memory, never results. Silence is measured in whole
/// seconds.
public final class KeyedStates<S extends State> implements States<S> {

    private static final int PLACES_MIN = 16;

    private final Supplier<S> fresh;
    private final long memorySeconds;
    private long[] keys = new long[PLACES_MIN];
    private int[] lasts = new int[PLACES_MIN];
    private @Nullable State[] states = new State[PLACES_MIN];
    private int size;

    /// Where a key was found last.
    private int found;

    public KeyedStates(Supplier<S> fresh, Duration memory) {
        this.fresh = fresh;
        this.memorySeconds = memory.toSeconds();
    }

    @Override
    public S of(long key, long micros) {
        int place = find(key);
        S state = stateAt(place);
        int now = Seconds.of(micros);
        if (state == null) {
            place = insert(key, place);
            state = fresh.get();
            states[place] = state;
            lasts[place] = now;
        } else if (isGone(place, now)) {
            state = fresh.get();
            states[place] = state;
        }
        lasts[place] = Math.max(lasts[place], now);
        return state;
    }

    @Override
    public long last(long key) {
        int place = find(key);
        return states[place] == null ? Seconds.NEVER : Seconds.toMicros(lasts[place]);
    }

    @Override
    public void put(long key, S state) {
        int place = find(key);
        if (states[place] == null) {
            throw new IllegalStateException("no state was asked for of the key " + key);
        }
        states[place] = state;
    }

    /// Gives a state away; null if there is none, or it is as good as gone.
    public @Nullable S remove(long key, long micros) {
        int place = find(key);
        S state = stateAt(place);
        if (state == null) {
            return null;
        }
        boolean gone = isGone(place, Seconds.of(micros));
        free(place);
        return gone ? null : state;
    }

    /// Looks at a state without counting that as a use; null if there is none, or it is as good as gone.
    public @Nullable S peek(long key, long micros) {
        int place = find(key);
        S state = stateAt(place);
        return state == null || isGone(place, Seconds.of(micros)) ? null : state;
    }

    public int size() {
        return size;
    }

    /// Removes what is gone at `micros`.
    public void sweep(long micros) {
        int now = Seconds.of(micros);
        removeIf(place -> isGone(place, now));
    }

    /// Removes the states longest silent until `max` are left, and tells how many that were.
    public int shrinkTo(int max) {
        int over = size - max;
        if (over <= 0) {
            return 0;
        }
        int[] sorted = new int[size];
        int filled = 0;
        for (int place = 0; place < keys.length; place++) {
            if (states[place] != null) {
                sorted[filled++] = lasts[place];
            }
        }
        Arrays.sort(sorted);
        int limit = sorted[over - 1];
        long[] tied = new long[size];
        int ties = 0;
        int older = 0;
        for (int place = 0; place < keys.length; place++) {
            if (states[place] != null && lasts[place] < limit) {
                older++;
            } else if (states[place] != null && lasts[place] == limit) {
                tied[ties++] = keys[place];
            }
        }
        long[] first = Arrays.copyOf(tied, ties);
        Arrays.sort(first);
        long lastToGo = first[over - older - 1];
        removeIf(place -> lasts[place] < limit || (lasts[place] == limit && keys[place] <= lastToGo));
        return over;
    }

    public void forEach(BiConsumer<Long, S> visitor) {
        for (int place = 0; place < keys.length; place++) {
            S state = stateAt(place);
            if (state != null) {
                visitor.accept(keys[place], state);
            }
        }
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int place = 0; place < keys.length; place++) {
            State state = states[place];
            if (state != null) {
                out.writeLong(keys[place]);
                out.writeInt(lasts[place]);
                state.save(out);
            }
        }
    }

    /// Reads what [#save] wrote and puts each state into its home, which may differ from where it was saved.
    public static <S extends State> void load(DataInput in, LongFunction<KeyedStates<S>> homeOf) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long key = in.readLong();
            KeyedStates<S> home = homeOf.apply(key);
            int last = in.readInt();
            S state = home.fresh.get();
            state.load(in);
            int place = home.insert(key, home.find(key));
            home.states[place] = state;
            home.lasts[place] = last;
        }
    }

    @SuppressWarnings("unchecked") // only such states are put in
    private @Nullable S stateAt(int place) {
        return (S) states[place];
    }

    private boolean isGone(int place, int now) {
        return (long) now - lasts[place] > memorySeconds;
    }

    /// The place of a key, or the free one that it would get. A key that was removed may still stand in a free place.
    /// Most
    /// keys are looked for twice.
    private int find(long key) {
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

    private int insert(long key, int free) {
        int place = free;
        if (6L * (size + 1) > 5L * keys.length) {
            resize(keys.length + keys.length / 4);
            place = find(key);
        }
        keys[place] = key;
        size++;
        return place;
    }

    private void resize(int places) {
        long[] oldKeys = keys;
        int[] oldLasts = lasts;
        @Nullable State[] oldStates = states;
        keys = new long[places];
        lasts = new int[places];
        states = new State[places];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldStates[i] != null) {
                int place = find(oldKeys[i]);
                keys[place] = oldKeys[i];
                lasts[place] = oldLasts[i];
                states[place] = oldStates[i];
            }
        }
    }

    /// Frees a place, and moves those up that would no longer be found behind the gap (Knuth, TAOCP 3, 6.4, algorithm
    /// R).
    private void free(int place) {
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
                states[gap] = states[next];
                gap = next;
            }
        }
        states[gap] = null;
        size--;
    }

    /// Removes the states at these places.
    private void removeIf(IntPredicate goes) {
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
