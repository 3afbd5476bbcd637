// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.stream.Seconds;
import dev.apian.stream.State;
import dev.apian.stream.States;
import java.io.DataInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.jspecify.annotations.Nullable;

/// The states of one step, by key, in Flink's keyed state behind a bounded cache of live objects.
///
/// Reading and writing a whole state for every call costs twenty times the work itself; so busy keys stay
/// live, and go to Flink's state when they make room and before every checkpoint. A state silent for longer
/// than the step's memory is as good as gone, as with `KeyedStates` of `core`; a timer of event time removes it.
final class KeyedMemory<S extends State> implements States<S> {

    private static final long SECOND = 1_000_000;

    private final Supplier<S> fresh;
    private final long memoryMicros;
    private final int liveMax;
    private final ValueState<byte[]> stored;
    private final KeyContext context;
    private final InternalTimerService<VoidNamespace> timers;
    private final LinkedHashMap<Long, Slot<S>> live = new LinkedHashMap<>(1024, 0.75f, true);

    /// @param liveMax states kept as objects; beyond it the one unused for longest goes to Flink's state
    KeyedMemory(
            Supplier<S> fresh,
            Duration memory,
            int liveMax,
            ValueState<byte[]> stored,
            KeyContext context,
            InternalTimerService<VoidNamespace> timers) {
        this.fresh = fresh;
        this.memoryMicros = memory.toMillis() * 1_000;
        this.liveMax = liveMax;
        this.stored = stored;
        this.context = context;
        this.timers = timers;
    }

    @Override
    public S of(long key, long micros) {
        Slot<S> slot = slotOf(key);
        if (slot.isGone(micros, memoryMicros)) {
            slot.state = fresh.get();
        }
        slot.last = Math.max(slot.last, Seconds.toMicros(Seconds.of(micros)));
        slot.dirty = true;
        return slot.state;
    }

    @Override
    public long last(long key) {
        return slotOf(key).last;
    }

    @Override
    public void put(long key, S state) {
        Slot<S> slot = slotOf(key);
        slot.state = state;
        slot.dirty = true;
    }

    private Slot<S> slotOf(long key) {
        Slot<S> slot = live.get(key);
        if (slot == null) {
            try {
                slot = load(key);
                live.put(key, slot);
                makeRoom();
            } catch (IOException e) {
                throw new UncheckedIOException("the state of a key cannot be read: " + e.getMessage(), e);
            }
        }
        return slot;
    }

    /// Writes what changed to Flink's state, for a checkpoint.
    void flush() throws IOException {
        for (Map.Entry<Long, Slot<S>> entry : live.entrySet()) {
            store(entry.getKey(), entry.getValue());
        }
    }

    /// The timer of the current key: removes its state if it is gone by now, or looks again later.
    void expire(long key, long micros) throws IOException {
        Slot<S> slot = live.get(key);
        if (slot == null) {
            byte[] bytes = read();
            if (bytes == null) {
                return;
            }
            slot = Packed.unpack(bytes, in -> new Slot<>(fresh.get(), in.readLong(), in));
        }
        if (slot.isGone(micros, memoryMicros)) {
            live.remove(key);
            stored.clear();
        } else {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, goneAt(slot));
        }
    }

    /// The first moment at which a state silent from now on is gone; silence is measured in whole seconds.
    private long goneAt(Slot<S> slot) {
        return slot.last + memoryMicros + SECOND;
    }

    private Slot<S> load(long key) throws IOException {
        context.setCurrentKey(key);
        byte[] bytes = read();
        if (bytes != null) {
            return Packed.unpack(bytes, in -> new Slot<>(fresh.get(), in.readLong(), in));
        }
        return new Slot<>(fresh.get());
    }

    private byte @Nullable [] read() throws IOException {
        return stored.value();
    }

    private void makeRoom() throws IOException {
        if (live.size() > liveMax) {
            Iterator<Map.Entry<Long, Slot<S>>> eldest = live.entrySet().iterator();
            Map.Entry<Long, Slot<S>> idle = eldest.next();
            store(idle.getKey(), idle.getValue());
            eldest.remove();
        }
    }

    private void store(long key, Slot<S> slot) throws IOException {
        if (!slot.dirty) {
            return;
        }
        context.setCurrentKey(key);
        stored.update(Packed.pack(out -> {
            out.writeLong(slot.last);
            slot.state.save(out);
        }));
        slot.dirty = false;
        if (!slot.timed) {
            slot.timed = true;
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, goneAt(slot));
        }
    }

    /// Says whose state is meant, as operators of Flink do.
    interface KeyContext {
        void setCurrentKey(Object key);
    }

    private static final class Slot<S extends State> {

        private S state;
        private long last = Seconds.NEVER;
        private boolean dirty;

        /// A timer is set for the key.
        private boolean timed;

        private Slot(S fresh) {
            this.state = fresh;
        }

        private Slot(S fresh, long last, DataInput in) throws IOException {
            fresh.load(in);
            this.state = fresh;
            this.last = last;
            this.timed = true;
        }

        private boolean isGone(long micros, long memoryMicros) {
            return Seconds.toMicros(Seconds.of(micros)) - last > memoryMicros;
        }
    }
}
