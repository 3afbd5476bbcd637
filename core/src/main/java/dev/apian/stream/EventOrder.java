// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// Puts what comes in "nearly by time" into event order.
///
/// Holds an item until the watermark has passed it; the watermark trails the latest times seen by the allowed
/// lateness. An item older than the watermark is late: it is refused here, and the runner counts and stores
/// it. A few clocks that run ahead do not drag the watermark along: it follows the [#OUTRUNNERS]th latest
/// time seen, not the latest.
public final class EventOrder<T extends Timed> {

    /// Once so many items claim to be from the future, time itself moves on.
    public static final int OUTRUNNERS = 16;

    private final long latenessMicros;
    private final int heldMax;
    private final PriorityQueue<T> held = new PriorityQueue<>(1024, Timed.ORDER);
    private final PriorityQueue<Long> latest = new PriorityQueue<>(OUTRUNNERS + 1);
    private long watermark = Long.MIN_VALUE;

    /// @param latenessMicros how far behind the latest items one may come and still be in time
    /// @param heldMax        more than this are not held; the earliest is then released before its time
    public EventOrder(long latenessMicros, int heldMax) {
        this.latenessMicros = latenessMicros;
        this.heldMax = heldMax;
    }

    /// Takes an item in. False means it is late and was not taken.
    public boolean offer(T item) {
        if (item.micros() < watermark) {
            return false;
        }
        held.add(item);
        latest.add(item.micros());
        if (latest.size() > OUTRUNNERS) {
            latest.remove();
            advanceTo(firstOf(latest) - latenessMicros);
        }
        return true;
    }

    /// Time has passed without items, as the runner knows from elsewhere.
    public void advanceTo(long micros) {
        watermark = Math.max(watermark, micros);
    }

    /// Hands out, in order, what no item in time can precede any more.
    public void release(Consumer<? super T> out) {
        for (T next = held.peek();
                next != null && (next.micros() < watermark || held.size() > heldMax);
                next = held.peek()) {
            watermark = Math.max(watermark, next.micros());
            held.remove();
            out.accept(next);
        }
    }

    /// Hands out everything, as at the end of the input.
    public void drain(Consumer<? super T> out) {
        for (T next = held.poll(); next != null; next = held.poll()) {
            watermark = Math.max(watermark, next.micros());
            out.accept(next);
        }
    }

    public long watermark() {
        return watermark;
    }

    public int size() {
        return held.size();
    }

    /// What is held, the latest times seen and the watermark, for a checkpoint.
    public Snapshot<T> snapshot() {
        List<T> items = new ArrayList<>(held);
        items.sort(Timed.ORDER);
        return new Snapshot<>(items, latest.stream().sorted().toList(), watermark);
    }

    public void restore(Snapshot<T> snapshot) {
        held.clear();
        held.addAll(snapshot.held);
        latest.clear();
        latest.addAll(snapshot.latest);
        watermark = snapshot.watermark;
    }

    /// @param held   in event order
    /// @param latest the latest times seen, at most [#OUTRUNNERS]
    public record Snapshot<T>(List<T> held, List<Long> latest, long watermark) {}

    private static long firstOf(PriorityQueue<Long> queue) {
        Long first = queue.peek();
        return first == null ? Long.MIN_VALUE : first;
    }
}
