// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The states of one step, by key. Belongs to one thread.
///
/// Several keys may share one state. A state silent for longer than the step's memory is as good as gone: the next item
/// of its key meets a fresh one, whether or not [#sweep] has removed it meanwhile. So sweeping changes memory, never
/// results. Silence is measured in whole seconds.
///
/// A runner with a [Cold] place may let states rest there: [#saveChanges] hands out what changed, then [#rest] takes
/// those unused for longest out of memory. The key and the time of its last use stay, so nothing is asked of a key
/// never seen. What changed since it was saved last never rests.
public final class KeyedStates<S extends State> implements States<S> {

    /// Stands where a state rests. Never handed out.
    private static final State RESTING = new Resting();

    /// The bit of a mark that says that the state changed since it was saved; the others are its [SizeClass].
    private static final byte CHANGED = Byte.MIN_VALUE;

    private final Supplier<S> fresh;
    private final long memorySeconds;
    private final @Nullable Cold cold;
    private final StateTable table = new StateTable();

    /// Bytes of the states in memory, as saved.
    private long liveBytes;

    private int live;

    /// Keys removed since what changed was saved last.
    private long[] removed = new long[0];

    private int removals;

    public KeyedStates(Supplier<S> fresh, Duration memory) {
        this(fresh, memory, null);
    }

    /// @param cold where states rest; null keeps all in memory
    public KeyedStates(Supplier<S> fresh, Duration memory, @Nullable Cold cold) {
        this.fresh = fresh;
        this.memorySeconds = memory.toSeconds();
        this.cold = cold;
    }

    @Override
    public S of(long key, long micros) {
        int place = table.find(key);
        S state = stateAt(place);
        int now = Seconds.of(micros);
        if (state == null) {
            state = fresh.get();
            place = table.insert(key, place, state);
            table.marks[place] = CHANGED;
            table.lasts[place] = now;
            live++;
            liveBytes += SizeClass.FRESH_BYTES;
            return state;
        }
        if (isGone(place, now)) {
            state = fresh.get();
            wake(place, state);
        } else if (state == RESTING) {
            state = wake(place);
        }
        table.marks[place] |= CHANGED;
        table.lasts[place] = Math.max(table.lasts[place], now);
        return state;
    }

    @Override
    public long last(long key) {
        int place = table.find(key);
        return table.states[place] == null ? Seconds.NEVER : Seconds.toMicros(table.lasts[place]);
    }

    @Override
    public void put(long key, S state) {
        int place = table.find(key);
        if (table.states[place] == null) {
            throw new IllegalStateException("no state was asked for of the key " + key);
        }
        wake(place, state);
        table.marks[place] |= CHANGED;
    }

    /// Gives a state away; null if there is none, or it is as good as gone.
    public @Nullable S remove(long key, long micros) {
        S state = peek(key, micros);
        int place = table.find(key);
        if (table.states[place] != null) {
            forget(place);
            table.free(place);
        }
        return state;
    }

    /// Looks at a state, perhaps to change it, without counting that as a use; null if there is none, or it is as good
    /// as gone.
    public @Nullable S peek(long key, long micros) {
        int place = table.find(key);
        S state = stateAt(place);
        if (state == null || isGone(place, Seconds.of(micros))) {
            return null;
        }
        if (state == RESTING) {
            state = wake(place);
        }
        table.marks[place] |= CHANGED;
        return state;
    }

    /// A state to be read only, null if there is none, or it is as good as gone. Nothing here changes by it: it does
    /// not count as a use of the key, and a state that rests goes on resting.
    public @Nullable S read(long key, long micros) {
        int place = table.find(key);
        S state = stateAt(place);
        if (state == null || isGone(place, Seconds.of(micros))) {
            return null;
        }
        return state == RESTING ? load(place) : state;
    }

    /// All states, those that rest among them.
    public int size() {
        return table.size;
    }

    /// The states in memory.
    public int live() {
        return live;
    }

    /// Bytes of the states in memory, as far as they were saved before; they may have grown since.
    public long liveBytes() {
        return liveBytes;
    }

    /// Removes what is gone at `micros`.
    public void sweep(long micros) {
        int now = Seconds.of(micros);
        removeIf(place -> isGone(place, now));
    }

    /// Removes the states longest silent until `max` are left, and tells how many that were.
    public int shrinkTo(int max) {
        int over = table.size - max;
        if (over <= 0) {
            return 0;
        }
        int[] lasts = table.lasts;
        long[] keys = table.keys;
        int[] sorted = new int[table.size];
        int filled = 0;
        for (int place = 0; place < keys.length; place++) {
            if (table.states[place] != null) {
                sorted[filled++] = lasts[place];
            }
        }
        Arrays.sort(sorted);
        int limit = sorted[over - 1];
        long[] tied = new long[table.size];
        int ties = 0;
        int older = 0;
        for (int place = 0; place < keys.length; place++) {
            if (table.states[place] != null && lasts[place] < limit) {
                older++;
            } else if (table.states[place] != null && lasts[place] == limit) {
                tied[ties++] = keys[place];
            }
        }
        long[] first = Arrays.copyOf(tied, ties);
        Arrays.sort(first);
        long lastToGo = first[over - older - 1];
        removeIf(place -> lasts[place] < limit || (lasts[place] == limit && keys[place] <= lastToGo));
        return over;
    }

    /// Shows every state, to be read only. Those that rest are read for it one by one, and go on resting.
    public void forEach(BiConsumer<Long, S> visitor) {
        for (int place = 0; place < table.places(); place++) {
            S state = stateAt(place);
            if (state != null) {
                visitor.accept(table.keys[place], state == RESTING ? load(place) : state);
            }
        }
    }

    /// Notes a state that rests, as a runner finds it when it starts.
    public void rests(long key, int lastSeconds) {
        int place = table.insert(key, table.find(key), RESTING);
        table.marks[place] = SizeClass.UNKNOWN;
        table.lasts[place] = lastSeconds;
    }

    /// Makes room for so many states at once.
    public void reserve(int number) {
        table.reserve(number);
    }

    /// Hands out what changed since the last time. If this fails, what changed is not known any more.
    public void saveChanges(Changes to) throws IOException {
        for (int i = 0; i < removals; i++) {
            to.removed(removed[i]);
        }
        removed = new long[0];
        removals = 0;
        for (int place = 0; place < table.places(); place++) {
            State state = table.states[place];
            if (state != null && table.marks[place] < 0) {
                int bytes = to.changed(table.keys[place], table.lasts[place], state);
                liveBytes -= bytesAt(place);
                table.marks[place] = (byte) SizeClass.of(bytes);
                liveBytes += bytesAt(place);
            }
        }
    }

    /// Takes states out of memory, those unused for longest first, until so many bytes are left or all have changed
    /// since they were saved.
    public void rest(long bytesMax) {
        if (liveBytes <= bytesMax || cold == null) {
            return;
        }
        long[] byUse = new long[live];
        int saved = 0;
        for (int place = 0; place < table.places(); place++) {
            State state = table.states[place];
            if (state != null && state != RESTING && table.marks[place] >= 0) {
                byUse[saved++] = (long) table.lasts[place] << Integer.SIZE | place;
            }
        }
        Arrays.sort(byUse, 0, saved);
        for (int i = 0; i < saved && liveBytes > bytesMax; i++) {
            int place = (int) byUse[i];
            liveBytes -= bytesAt(place);
            live--;
            table.states[place] = RESTING;
        }
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(table.size);
        for (int place = 0; place < table.places(); place++) {
            S state = stateAt(place);
            if (state != null) {
                out.writeLong(table.keys[place]);
                out.writeInt(table.lasts[place]);
                (state == RESTING ? load(place) : state).save(out);
            }
        }
    }

    /// Reads what [#save] wrote and puts each state into its home, which may differ from where it was saved.
    public static <S extends State> void load(DataInput in, LongFunction<KeyedStates<S>> homeOf) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long key = in.readLong();
            KeyedStates<S> home = homeOf.apply(key);
            home.rests(key, in.readInt());
            S state = home.fresh.get();
            state.load(in);
            home.put(key, state);
        }
    }

    @SuppressWarnings("unchecked") // only such states are put in, and who gets one asks whether it rests
    private @Nullable S stateAt(int place) {
        return (S) table.states[place];
    }

    private S load(int place) {
        return loaded(table.keys[place], bytesOf(table.keys[place]));
    }

    private byte[] bytesOf(long key) {
        if (cold == null) {
            throw new IllegalStateException("the state of the key " + key + " rests, but nowhere");
        }
        try {
            return cold.load(key);
        } catch (IOException e) {
            throw unreadable(key, e);
        }
    }

    private S loaded(long key, byte[] bytes) {
        try {
            S state = fresh.get();
            state.load(new DataInputStream(new ByteArrayInputStream(bytes)));
            return state;
        } catch (IOException e) {
            throw unreadable(key, e);
        }
    }

    private static UncheckedIOException unreadable(long key, IOException e) {
        return new UncheckedIOException("the state of the key %d cannot be read: %s".formatted(key, e.getMessage()), e);
    }

    /// Takes a state that rests back into memory.
    private S wake(int place) {
        byte[] bytes = bytesOf(table.keys[place]);
        S state = loaded(table.keys[place], bytes);
        table.marks[place] = (byte) SizeClass.of(bytes.length);
        wake(place, state);
        return state;
    }

    /// Puts a state where one is, at rest or not.
    private void wake(int place, S state) {
        if (table.states[place] == RESTING) {
            live++;
            liveBytes += bytesAt(place);
        }
        table.states[place] = state;
    }

    private int bytesAt(int place) {
        return SizeClass.bytes(table.marks[place] & ~CHANGED);
    }

    private boolean isGone(int place, int now) {
        return (long) now - table.lasts[place] > memorySeconds;
    }

    private void removeIf(IntPredicate goes) {
        table.removeIf(place -> {
            boolean gone = goes.test(place);
            if (gone) {
                forget(place);
            }
            return gone;
        });
    }

    /// Notes that the state at a place goes for good.
    private void forget(int place) {
        if (table.states[place] != RESTING) {
            live--;
            liveBytes -= bytesAt(place);
        }
        if (cold != null) {
            if (removals == removed.length) {
                removed = Arrays.copyOf(removed, Math.max(16, 2 * removals));
            }
            removed[removals++] = table.keys[place];
        }
    }

    private static final class Resting implements State {

        @Override
        public void save(DataOutput out) {
            throw new IllegalStateException("a state that rests is saved already");
        }

        @Override
        public void load(DataInput in) {
            throw new IllegalStateException("a state that rests is loaded into a fresh one");
        }
    }
}
