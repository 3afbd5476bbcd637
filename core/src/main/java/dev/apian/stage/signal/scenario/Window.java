// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Trail;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The different values that one key showed within the length of a window, which slides with every call.
///
/// Exact, and no larger than the limit: at the limit a signal is raised and the values are forgotten. Then
/// the key is silent for the length of the window.
final class Window implements State {

    private static final long NEVER = Long.MIN_VALUE;

    /// By value, in order of last sight, the oldest first.
    private final LinkedHashMap<String, Sight> values = new LinkedHashMap<>(4);

    private final Trail trail = new Trail();
    private long raisedAt = NEVER;

    void forget(Duration length, Observation seen) {
        while (!values.isEmpty()
                && seen.since(values.firstEntry().getValue().micros).compareTo(length) > 0) {
            values.pollFirstEntry();
        }
        if (raisedAt != NEVER && seen.since(raisedAt).compareTo(length) > 0) {
            raisedAt = NEVER;
        }
        if (values.isEmpty()) {
            trail.clear();
        }
    }

    boolean isSilent() {
        return raisedAt != NEVER;
    }

    /// @param capacity the most that any limit asks for
    void add(String value, Observation seen, int capacity) {
        if (values.size() >= capacity && !values.containsKey(value)) {
            return;
        }
        if (values.putLast(value, new Sight(seen.micros(), seen.call().id())) == null && !trail.isFull()) {
            trail.add(seen);
        }
    }

    void remove(String value) {
        values.remove(value);
    }

    void clear() {
        values.clear();
        trail.clear();
    }

    void raised(long micros) {
        clear();
        raisedAt = micros;
    }

    int count() {
        return values.size();
    }

    long first() {
        return values.firstEntry().getValue().micros;
    }

    List<String> values() {
        return values.keySet().stream().limit(Involved.EACH_MAX).toList();
    }

    Involved involved() {
        return trail.involved();
    }

    /// Ids of the first calls that still count, and of the one that completed them.
    List<String> calls(Observation completing) {
        Stream<String> firstOnes = values.values().stream().map(Sight::callId).limit(Signal.CALLS_MAX - 1L);
        return Stream.concat(firstOnes, Stream.of(completing.call().id()))
                .distinct()
                .toList();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(raisedAt);
        trail.save(out);
        out.writeInt(values.size());
        for (Map.Entry<String, Sight> entry : values.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().micros);
            out.writeUTF(entry.getValue().callId);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        raisedAt = in.readLong();
        trail.load(in);
        values.clear();
        for (int left = in.readInt(); left > 0; left--) {
            values.putLast(in.readUTF(), new Sight(in.readLong(), in.readUTF()));
        }
    }

    private record Sight(long micros, String callId) {}
}
