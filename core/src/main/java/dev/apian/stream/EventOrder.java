// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// Puts what comes in "nearly by time" into event order.
///
/// Holds an item until the [EventClock] has passed it. An item older than the clock is late: it is refused
/// here, and the runner counts and stores it.
public final class EventOrder<T extends Timed> {

    private final EventClock clock;
    private final int heldMax;
    private final PriorityQueue<T> held = new PriorityQueue<>(1024, Timed.ORDER);

    /// @param latenessMicros how far behind the latest items one may come and still be in time
    /// @param heldMax        more than this are not held; the earliest is then released before its time
    public EventOrder(long latenessMicros, int heldMax) {
        this.clock = new EventClock(latenessMicros);
        this.heldMax = heldMax;
    }

    /// Takes an item in. False means it is late and was not taken.
    public boolean offer(T item) {
        if (clock.isLate(item.micros())) {
            return false;
        }
        held.add(item);
        clock.see(item.micros());
        return true;
    }

    /// Time has passed without items, as the runner knows from elsewhere.
    public void advanceTo(long micros) {
        clock.advanceTo(micros);
    }

    /// Hands out, in order, what no item in time can precede any more.
    public void release(Consumer<? super T> out) {
        for (T next = held.peek();
                next != null && (next.micros() < clock.micros() || held.size() > heldMax);
                next = held.peek()) {
            clock.advanceTo(next.micros());
            held.remove();
            out.accept(next);
        }
    }

    /// Hands out everything, as at the end of the input.
    public void drain(Consumer<? super T> out) {
        for (T next = held.poll(); next != null; next = held.poll()) {
            clock.advanceTo(next.micros());
            out.accept(next);
        }
    }

    public long watermark() {
        return clock.micros();
    }

    public int size() {
        return held.size();
    }

    /// What is held, the latest times seen and the watermark, for a checkpoint.
    public Snapshot<T> snapshot() {
        List<T> items = new ArrayList<>(held);
        items.sort(Timed.ORDER);
        return new Snapshot<>(items, clock.latest(), clock.micros());
    }

    public void restore(Snapshot<T> snapshot) {
        held.clear();
        held.addAll(snapshot.held);
        clock.restore(snapshot.latest, snapshot.watermark);
    }

    /// @param held   in event order
    /// @param latest the latest times seen, at most [EventClock#OUTRUNNERS]
    public record Snapshot<T>(List<T> held, List<Long> latest, long watermark) {}
}
