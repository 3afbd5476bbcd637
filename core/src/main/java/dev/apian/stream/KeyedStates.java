// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The states of one step, by key, for runners that keep them in memory. Belongs to one thread.
///
/// A state silent for longer than the step's memory is as good as gone: the next item of its key meets a
/// fresh one, whether or not [#sweep] has removed it meanwhile. So sweeping changes memory, never results.
public final class KeyedStates<S extends State> {

    private final Supplier<S> fresh;
    private final long memoryMicros;
    private final Map<Long, Slot<S>> slots = new HashMap<>();

    public KeyedStates(Supplier<S> fresh, Duration memory) {
        this.fresh = fresh;
        this.memoryMicros = memory.toMillis() * 1_000;
    }

    public S of(long key, long micros) {
        Slot<S> slot = slots.get(key);
        if (slot == null || isGone(slot, micros)) {
            slot = new Slot<>(fresh.get());
            slots.put(key, slot);
        }
        slot.last = Math.max(slot.last, micros);
        return slot.state;
    }

    /// Gives a state away; null if there is none, or it is as good as gone.
    public @Nullable S remove(long key, long micros) {
        Slot<S> slot = slots.remove(key);
        return slot == null || isGone(slot, micros) ? null : slot.state;
    }

    /// Looks at a state without counting that as a use; null if there is none, or it is as good as gone.
    public @Nullable S peek(long key, long micros) {
        Slot<S> slot = slots.get(key);
        return slot == null || isGone(slot, micros) ? null : slot.state;
    }

    public int size() {
        return slots.size();
    }

    /// Removes what is gone at `micros`.
    public void sweep(long micros) {
        slots.values().removeIf(slot -> isGone(slot, micros));
    }

    /// Removes the states longest silent until `max` are left, and tells how many that were.
    public int shrinkTo(int max) {
        int over = slots.size() - max;
        if (over <= 0) {
            return 0;
        }
        List<Long> idle = slots.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Long, Slot<S>>>comparingLong(entry -> entry.getValue().last)
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(over)
                .map(Map.Entry::getKey)
                .toList();
        idle.forEach(slots::remove);
        return over;
    }

    public void forEach(BiConsumer<Long, S> visitor) {
        slots.forEach((key, slot) -> visitor.accept(key, slot.state));
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(slots.size());
        for (Map.Entry<Long, Slot<S>> entry : slots.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeLong(entry.getValue().last);
            entry.getValue().state.save(out);
        }
    }

    /// Reads what [#save] wrote and puts each state into its home, which may differ from where it was saved.
    public static <S extends State> void load(DataInput in, LongFunction<KeyedStates<S>> homeOf) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long key = in.readLong();
            KeyedStates<S> home = homeOf.apply(key);
            Slot<S> slot = new Slot<>(home.fresh.get());
            slot.last = in.readLong();
            slot.state.load(in);
            home.slots.put(key, slot);
        }
    }

    private boolean isGone(Slot<S> slot, long micros) {
        return micros - slot.last > memoryMicros;
    }

    private static final class Slot<S> {

        private final S state;
        private long last = Long.MIN_VALUE / 2;

        private Slot(S state) {
            this.state = state;
        }
    }
}
