// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The states of all detectors of one scope, for one key of it.
///
/// A detector's key within the scope gets a slot when it first matters and loses it after the detector's
/// memory, or when [#SLOTS_MAX] others mattered since.
public final class Watch implements State {

    public static final int SLOTS_MAX = 256;

    private final List<Detector<?>> detectors;
    private final Map<Key, Slot> slots = new HashMap<>(4);

    Watch(List<Detector<?>> detectors) {
        this.detectors = detectors;
    }

    void observe(Observation seen, Consumer<? super Signal> out) {
        for (Detector<?> detector : detectors) {
            observe(detector, seen, out);
        }
    }

    private <S extends State> void observe(Detector<S> detector, Observation seen, Consumer<? super Signal> out) {
        OptionalLong within = detector.keyOf(seen);
        if (within.isEmpty()) {
            return;
        }
        Key key = new Key(detector.card().id(), within.getAsLong());
        Slot slot = slots.get(key);
        if (slot == null || seen.micros() - slot.last > detector.memory().toMillis() * 1_000) {
            makeRoom();
            slot = new Slot(detector.freshState());
            slots.put(key, slot);
        }
        slot.last = seen.micros();
        @SuppressWarnings("unchecked") // the slot's key names the detector that made the state
        S state = (S) slot.state;
        detector.observe(state, seen).ifPresent(out);
    }

    private void makeRoom() {
        if (slots.size() >= SLOTS_MAX) {
            Key idle = slots.entrySet().stream()
                    .min(Map.Entry.<Key, Slot>comparingByValue((a, b) -> Long.compare(a.last, b.last))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            slots.remove(idle);
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(slots.size());
        for (Map.Entry<Key, Slot> entry : slots.entrySet()) {
            out.writeUTF(entry.getKey().detector);
            out.writeLong(entry.getKey().within);
            out.writeLong(entry.getValue().last);
            entry.getValue().state.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        slots.clear();
        Map<String, Detector<?>> byId = new HashMap<>();
        detectors.forEach(detector -> byId.put(detector.card().id(), detector));
        for (int left = in.readInt(); left > 0; left--) {
            String id = in.readUTF();
            Detector<?> detector = byId.get(id);
            if (detector == null) {
                throw new IOException("state of the detection " + id
                        + ", which is not configured; restore the detection or start from an empty state");
            }
            Key key = new Key(detector.card().id(), in.readLong());
            long last = in.readLong();
            Slot slot = new Slot(detector.freshState());
            slot.last = last;
            slot.state.load(in);
            slots.put(key, slot);
        }
    }

    private record Key(String detector, long within) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byDetector = detector.compareTo(other.detector);
            return byDetector != 0 ? byDetector : Long.compare(within, other.within);
        }
    }

    private static final class Slot {

        private final State state;
        private long last;

        private Slot(State state) {
            this.state = state;
        }
    }
}
