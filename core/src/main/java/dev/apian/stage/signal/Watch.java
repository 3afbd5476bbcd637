// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.sketch.Hash;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The states of all detectors of one scope, for one key of it.
///
/// A detector's key within the scope gets a slot when it first matters and loses it after the detector's
/// memory, or when [#SLOTS_MAX] others mattered since. A detector that is off is not asked, and its slots wait.
public final class Watch implements State {

    public static final int SLOTS_MAX = 256;

    private static final int SLOTS_AT_FIRST = 4;

    private final Roster roster;

    /// In no order; few enough to look through.
    private long[] keys = new long[SLOTS_AT_FIRST];

    private @Nullable Slot[] slots = new Slot[SLOTS_AT_FIRST];
    private int size;

    Watch(Roster roster) {
        this.roster = roster;
    }

    void observe(Observation seen, Consumer<? super Signal> out) {
        for (int i = 0; i < roster.size(); i++) {
            if (!roster.isOff(i)) {
                observe(roster.at(i), i, seen, out);
            }
        }
    }

    private <S extends State> void observe(
            Detector<S> detector, int place, Observation seen, Consumer<? super Signal> out) {
        OptionalLong within = detector.keyOf(seen);
        if (within.isEmpty()) {
            return;
        }
        Slot slot = slot(place, within.getAsLong());
        if (slot == null) {
            slot = add(new Slot(place, within.getAsLong(), detector.freshState()));
        } else if (seen.micros() - slot.last > detector.memory().toMillis() * 1_000) {
            slot.state = detector.freshState();
        }
        slot.last = seen.micros();
        @SuppressWarnings("unchecked") // the slot's place names the detector that made the state
        S state = (S) slot.state;
        detector.observe(state, seen).ifPresent(out);
    }

    private @Nullable Slot slot(int detector, long within) {
        long key = Hash.of(detector, within);
        for (int i = 0; i < size; i++) {
            Slot slot = slots[i];
            if (keys[i] == key && slot != null && slot.detector == detector && slot.within == within) {
                return slot;
            }
        }
        return null;
    }

    private Slot add(Slot slot) {
        int free = size == SLOTS_MAX ? idle() : size++;
        if (free == slots.length) {
            keys = Arrays.copyOf(keys, 2 * free);
            slots = Arrays.copyOf(slots, 2 * free);
        }
        keys[free] = Hash.of(slot.detector, slot.within);
        slots[free] = slot;
        return slot;
    }

    /// Where the slot is that mattered last the longest ago; of several, the first by detector and key.
    private int idle() {
        int idle = 0;
        for (int i = 1; i < size; i++) {
            if (isIdler(slots[i], slots[idle])) {
                idle = i;
            }
        }
        return idle;
    }

    private boolean isIdler(@Nullable Slot one, @Nullable Slot other) {
        if (one == null || other == null) {
            throw new IllegalStateException("no slot below size=" + size);
        }
        if (one.last != other.last) {
            return one.last < other.last;
        }
        int byDetector = idOf(one).compareTo(idOf(other));
        return byDetector != 0 ? byDetector < 0 : one.within < other.within;
    }

    private String idOf(Slot slot) {
        return roster.at(slot.detector).card().id();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (Slot slot : slots) {
            if (slot != null) {
                out.writeUTF(idOf(slot));
                out.writeLong(slot.within);
                out.writeLong(slot.last);
                slot.state.save(out);
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        size = 0;
        Arrays.fill(slots, null);
        for (int left = in.readInt(); left > 0; left--) {
            int place = placeOf(in.readUTF());
            Slot slot = new Slot(place, in.readLong(), roster.at(place).freshState());
            slot.last = in.readLong();
            slot.state.load(in);
            add(slot);
        }
    }

    private int placeOf(String detector) throws IOException {
        for (int i = 0; i < roster.size(); i++) {
            if (roster.at(i).card().id().equals(detector)) {
                return i;
            }
        }
        throw new IOException("state of the detection " + detector
                + ", which is not configured; restore the detection or start from an empty state");
    }

    /// The state of one detector for one key of its own.
    private static final class Slot {

        private final int detector;
        private final long within;
        private State state;
        private long last;

        private Slot(int detector, long within, State state) {
            this.detector = detector;
            this.within = within;
            this.state = state;
        }
    }
}
