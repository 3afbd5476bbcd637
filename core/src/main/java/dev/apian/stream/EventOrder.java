// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts what comes in "nearly by time" into event order.
///
/// Holds an item until the [EventClock] has passed it. An item older than the clock is late: it is refused
/// here, and the runner counts and stores it.
public final class EventOrder<T extends Timed> {

    private final EventClock clock;
    private final int heldMax;

    /// Most items come in order, and stand in this line.
    private final ArrayDeque<T> line = new ArrayDeque<>(1024);

    /// Those that do not.
    private final PriorityQueue<T> strays = new PriorityQueue<>(64, Timed.ORDER);

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
        hold(item);
        clock.see(item.micros());
        return true;
    }

    /// Time has passed without items, as the runner knows from elsewhere.
    public void advanceTo(long micros) {
        clock.advanceTo(micros);
    }

    private void hold(T item) {
        T last = line.peekLast();
        if (last == null || Timed.ORDER.compare(last, item) <= 0) {
            line.add(item);
        } else {
            strays.add(item);
        }
    }

    /// Hands out, in order, what no item in time can precede any more.
    public void release(Consumer<? super T> out) {
        for (T next = peek(); next != null && (next.micros() < clock.micros() || size() > heldMax); next = peek()) {
            take(next);
            out.accept(next);
        }
    }

    /// Hands out everything, as at the end of the input.
    public void drain(Consumer<? super T> out) {
        for (T next = peek(); next != null; next = peek()) {
            take(next);
            out.accept(next);
        }
    }

    private @Nullable T peek() {
        return first().peek();
    }

    private void take(T next) {
        first().remove();
        clock.advanceTo(next.micros());
    }

    /// Where the first item is.
    private Queue<T> first() {
        T inLine = line.peek();
        T stray = strays.peek();
        boolean strayFirst = stray != null && (inLine == null || Timed.ORDER.compare(stray, inLine) < 0);
        return strayFirst ? strays : line;
    }

    public long watermark() {
        return clock.micros();
    }

    public int size() {
        return line.size() + strays.size();
    }

    /// What is held, the latest times seen and the watermark, for a checkpoint.
    public Snapshot<T> snapshot() {
        List<T> items = new ArrayList<>(line);
        items.addAll(strays);
        items.sort(Timed.ORDER);
        return new Snapshot<>(items, clock.latest(), clock.micros());
    }

    public void restore(Snapshot<T> snapshot) {
        line.clear();
        strays.clear();
        snapshot.held.forEach(this::hold);
        clock.restore(snapshot.latest, snapshot.watermark);
    }

    /// @param held   in event order
    /// @param latest the latest times seen, at most [EventClock#OUTRUNNERS]
    public record Snapshot<T>(List<T> held, List<Long> latest, long watermark) {}
}
