// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import dev.apian.flink.wire.Wire;
import dev.apian.stream.Timed;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.ListState;

/// Items that wait until event time has passed them, and then go on in event order.
///
/// What waits is as much as comes within the allowed lateness, plus what fast partitions are ahead of slow ones
/// (bounded by [dev.apian.flink.Topology#DRIFT_MAX]).
final class Held<T extends Timed> {

    private final Wire wire;
    private final PriorityQueue<T> items = new PriorityQueue<>(Timed.ORDER);

    Held(Wire wire) {
        this.wire = wire;
    }

    void add(T item) {
        items.add(item);
    }

    /// Hands out, in order, everything up to a watermark.
    void release(long watermark, Taking<? super T> out) throws Exception {
        for (T next = items.peek(); next != null && next.micros() <= watermark; next = items.peek()) {
            items.remove();
            out.take(next);
        }
    }

    int size() {
        return items.size();
    }

    void save(ListState<byte[]> state) throws Exception {
        state.clear();
        for (T item : items) {
            state.add(Packed.pack(out -> wire.write(item, out)));
        }
    }

    /// @param mine which of the saved items belong here; after rescaling they may not
    @SuppressWarnings("unchecked") // the wire reads what it wrote
    void load(ListState<byte[]> state, Predicate<T> mine) throws Exception {
        for (byte[] bytes : state.get()) {
            T item = (T) Packed.unpack(bytes, wire::read);
            if (mine.test(item)) {
                items.add(item);
            }
        }
    }

    interface Taking<T> {
        void take(T item) throws Exception;
    }
}
