// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Calls in each of the last 24 hours that had any. Most endpoints are called in few hours, so only those are kept.
final class HourCounts {

    private static final int COUNT_BITS = 24;
    private static final long COUNT_MAX = (1L << COUNT_BITS) - 1;

    /// Hours since the epoch, ascending, each with its count in the lowest bits.
    private long[] hours = new long[0];

    void add(long hour, int calls) {
        int size = hours.length;
        if (size > 0 && hourAt(size - 1) == hour) {
            hours[size - 1] = entry(hour, countAt(size - 1) + calls);
            return;
        }
        int gone = 0;
        while (gone < size && hourAt(gone) <= hour - LastDay.HOURS) {
            gone++;
        }
        hours = Arrays.copyOfRange(hours, gone, size + 1);
        hours[hours.length - 1] = entry(hour, calls);
    }

    NavigableMap<Long, Integer> since(long hour) {
        NavigableMap<Long, Integer> counts = new TreeMap<>();
        for (int i = 0; i < hours.length; i++) {
            if (hourAt(i) >= hour) {
                counts.put(hourAt(i), countAt(i));
            }
        }
        return counts;
    }

    int between(long fromHour, long untilHour) {
        int sum = 0;
        for (int i = 0; i < hours.length; i++) {
            sum += hourAt(i) >= fromHour && hourAt(i) < untilHour ? countAt(i) : 0;
        }
        return sum;
    }

    HourCounts plus(HourCounts other) {
        NavigableMap<Long, Integer> all = since(Long.MIN_VALUE);
        other.since(Long.MIN_VALUE).forEach((hour, count) -> all.merge(hour, count, Integer::sum));
        HourCounts sum = new HourCounts();
        all.forEach(sum::add);
        return sum;
    }

    long last() {
        return hours.length == 0 ? Long.MIN_VALUE : hourAt(hours.length - 1);
    }

    private long hourAt(int place) {
        return hours[place] >> COUNT_BITS;
    }

    private int countAt(int place) {
        return (int) (hours[place] & COUNT_MAX);
    }

    private static long entry(long hour, int count) {
        return hour << COUNT_BITS | Math.min(COUNT_MAX, count);
    }

    void save(DataOutput out) throws IOException {
        out.writeByte(hours.length);
        for (long entry : hours) {
            out.writeLong(entry);
        }
    }

    static HourCounts read(DataInput in) throws IOException {
        HourCounts counts = new HourCounts();
        counts.hours = new long[in.readByte()];
        for (int i = 0; i < counts.hours.length; i++) {
            counts.hours[i] = in.readLong();
        }
        return counts;
    }
}
