// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.entity.EntityRef;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The calls that a finding builds on: when the first was, the ids of the first ones, and everybody they
/// involve.
///
/// A detector adds the calls that tell something, not all it sees, and asks for the signal when they are
/// enough.
public final class Trail implements State {

    private static final int FIRST_CALLS_MAX = Signal.CALLS_MAX - 1;

    private final List<String> calls = new ArrayList<>(2);
    private Involved involved = Involved.NOBODY;
    private long first;

    public void add(Observation seen) {
        add(seen, seen.entities());
    }

    /// Adds a call of which only these entities tell something; the same call may come again with others.
    public void add(Observation seen, List<EntityRef> telling) {
        if (calls.isEmpty()) {
            first = seen.micros();
        }
        boolean another = calls.isEmpty() || !calls.getLast().equals(seen.call().id());
        if (another && calls.size() < FIRST_CALLS_MAX) {
            calls.add(seen.call().id());
        }
        if (!involved.names(seen, telling)) {
            involved = involved.plus(Involved.in(seen, telling));
        }
    }

    public void clear() {
        calls.clear();
        involved = Involved.NOBODY;
        first = 0;
    }

    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /// Whether later calls add no ids any more; whom they involve may still be new.
    public boolean isFull() {
        return calls.size() == FIRST_CALLS_MAX;
    }

    public Involved involved() {
        return involved;
    }

    /// Event time of the first call, microseconds; 0 while empty.
    public long first() {
        return first;
    }

    /// The signal that this trail led to with the call just added.
    public Signal signal(
            Card card, Observation completing, double strength, String happened, String usual, Evidence... evidence) {
        List<String> telling = new ArrayList<>(calls);
        String last = completing.call().id();
        if (!telling.contains(last)) {
            telling.add(last);
        }
        return new Signal(
                card,
                completing.micros(),
                isEmpty() ? completing.micros() : first,
                last,
                completing.actor(),
                strength,
                happened,
                usual,
                List.of(evidence),
                involved,
                telling);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(first);
        write(calls, out);
        write(involved.users(), out);
        write(involved.credentials(), out);
        write(involved.addresses(), out);
        write(involved.endpoints(), out);
        write(involved.entities(), out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        first = in.readLong();
        calls.clear();
        calls.addAll(read(in));
        involved = new Involved(read(in), read(in), read(in), read(in), read(in));
    }

    private static void write(List<String> values, DataOutput out) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            out.writeUTF(value);
        }
    }

    private static List<String> read(DataInput in) throws IOException {
        int size = in.readInt();
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(in.readUTF());
        }
        return List.copyOf(values);
    }
}
