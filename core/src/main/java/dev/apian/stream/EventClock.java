// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;

/// How far event time has surely come in a stream that is in order "nearly".
///
/// It trails the latest times seen by the allowed lateness. What is older is late. A few clocks that run ahead
/// do not drag it along: it follows the [#OUTRUNNERS]th latest time seen, not the latest.
public final class EventClock implements State {

    /// Once so many items claim to be from the future, time itself moves on.
    public static final int OUTRUNNERS = 16;

    private final long latenessMicros;
    private final PriorityQueue<Long> latest = new PriorityQueue<>(OUTRUNNERS + 1);
    private long micros = Long.MIN_VALUE;

    /// @param latenessMicros how far behind the latest items one may come and still be in time
    public EventClock(long latenessMicros) {
        this.latenessMicros = latenessMicros;
    }

    /// Whether an item comes after its time was over.
    public boolean isLate(long itsMicros) {
        return itsMicros < micros;
    }

    /// An item in time was seen.
    public void see(long itsMicros) {
        latest.add(itsMicros);
        if (latest.size() > OUTRUNNERS) {
            latest.remove();
            Long first = latest.peek();
            advanceTo((first == null ? Long.MIN_VALUE : first) - latenessMicros);
        }
    }

    /// Time has passed without items, as somebody knows from elsewhere.
    public void advanceTo(long toMicros) {
        micros = Math.max(micros, toMicros);
    }

    /// What is older is late.
    public long micros() {
        return micros;
    }

    /// The latest times seen, at most [#OUTRUNNERS].
    public List<Long> latest() {
        return latest.stream().sorted().toList();
    }

    void restore(Collection<Long> latestSeen, long atMicros) {
        latest.clear();
        latest.addAll(latestSeen);
        micros = atMicros;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(micros);
        out.writeInt(latest.size());
        for (Long time : latest) {
            out.writeLong(time);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        micros = in.readLong();
        latest.clear();
        for (int left = in.readInt(); left > 0; left--) {
            latest.add(in.readLong());
        }
    }
}
