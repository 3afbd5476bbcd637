// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// How far event time has surely come in a stream that is in order "nearly".
///
/// It trails the latest times seen by the allowed lateness. What is older is late. A few clocks that run ahead
/// do not drag it along: it follows the [#OUTRUNNERS]th latest time seen, not the latest.
public final class EventClock implements State {

    /// Once so many items claim to be from the future, time itself moves on.
    public static final int OUTRUNNERS = 16;

    private final long latenessMicros;

    /// The latest times seen, ascending.
    private final long[] latest = new long[OUTRUNNERS];

    private int size;
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
        boolean full = size == OUTRUNNERS;
        if (!full || itsMicros > latest[0]) {
            insert(itsMicros);
        }
        if (full) {
            advanceTo(latest[0] - latenessMicros);
        }
    }

    /// Mostly the time is the latest.
    private void insert(long itsMicros) {
        if (size == OUTRUNNERS) {
            System.arraycopy(latest, 1, latest, 0, OUTRUNNERS - 1);
            size--;
        }
        int place = size;
        while (place > 0 && latest[place - 1] > itsMicros) {
            latest[place] = latest[place - 1];
            place--;
        }
        latest[place] = itsMicros;
        size++;
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
        return Arrays.stream(latest, 0, size).boxed().toList();
    }

    void restore(Collection<Long> latestSeen, long atMicros) {
        size = 0;
        latestSeen.forEach(this::insert);
        micros = atMicros;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(micros);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(latest[i]);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        micros = in.readLong();
        size = 0;
        for (int left = in.readInt(); left > 0; left--) {
            insert(in.readLong());
        }
    }
}
