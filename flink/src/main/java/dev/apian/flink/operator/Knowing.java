// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.wire.Known;
import dev.apian.flink.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.OperatorStateBackend;

/// Published knowledge by the tick from which it is in force, as far back as it may still be needed.
final class Knowing<K> {

    private static final MapStateDescriptor<Long, byte[]> STATE =
            new MapStateDescriptor<>("known", LongSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);

    private final Wire wire;
    private final K unknown;
    private final TreeMap<Long, Known<K>> byTick = new TreeMap<>();

    /// @param unknown what is in force before anything was published
    Knowing(Wire wire, K unknown) {
        this.wire = wire;
        this.unknown = unknown;
    }

    void learn(Known<K> known) {
        byTick.put(known.tick(), known);
    }

    K at(long tick) {
        Map.Entry<Long, Known<K>> entry = byTick.floorEntry(tick);
        return entry == null ? unknown : entry.getValue().knowledge();
    }

    K latest() {
        Map.Entry<Long, Known<K>> entry = byTick.lastEntry();
        return entry == null ? unknown : entry.getValue().knowledge();
    }

    /// Forgets what no item from `tick` on can ask for.
    void forgetBefore(long tick) {
        Long inForce = byTick.floorKey(tick);
        if (inForce != null) {
            byTick.headMap(inForce).clear();
        }
    }

    /// Ticks after `from` and up to `to` at which something else was published.
    List<Long> ticksWithin(long from, long to) {
        return new ArrayList<>(byTick.subMap(from, false, to, true).keySet());
    }

    void save(OperatorStateBackend store) throws Exception {
        BroadcastState<Long, byte[]> state = store.getBroadcastState(STATE);
        state.clear();
        for (Known<K> known : byTick.values()) {
            state.put(known.tick(), Packed.pack(out -> wire.write(known, out)));
        }
    }

    @SuppressWarnings("unchecked") // the wire reads what it wrote
    void load(OperatorStateBackend store) throws Exception {
        for (Map.Entry<Long, byte[]> entry : store.getBroadcastState(STATE).entries()) {
            learn((Known<K>) Packed.unpack(entry.getValue(), wire::read));
        }
    }
}
