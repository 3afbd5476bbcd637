// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of one trait that were seen lately, each with the times of first and last sight. When full, the
/// one not seen for longest makes room.
public final class RecentValues {

    private static final int PLACES_MIN = 2;

    /// Numbers kept of a value: first and last sight, and how often.
    private static final int WIDTH = 3;

    private static final int LAST = 1;
    private static final int TIMES = 2;

    private final int capacity;

    /// By last sight, the oldest first.
    private @Nullable String[] values = {};

    private long[] sights = {};
    private int size;

    public RecentValues(int capacity) {
        this.capacity = capacity;
    }

    /// Notes a value and tells since when it is known: `micros` itself if it is new.
    public long see(String value, long micros) {
        int place = find(value);
        long first = place < 0 ? micros : sights[place * WIDTH];
        long times = place < 0 ? 0 : sights[place * WIDTH + TIMES];
        if (place != size - 1 || place < 0) {
            if (place >= 0) {
                remove(place);
            } else if (size == capacity) {
                remove(0);
            }
            place = size;
            reserve(++size);
            values[place] = value;
        }
        set(place, new Sight(first, micros, times + 1));
        return first;
    }

    /// From the newest on: mostly a value is the one seen last.
    private int find(String value) {
        for (int place = size - 1; place >= 0; place--) {
            if (value.equals(values[place])) {
                return place;
            }
        }
        return -1;
    }

    private void remove(int place) {
        System.arraycopy(values, place + 1, values, place, size - place - 1);
        System.arraycopy(sights, (place + 1) * WIDTH, sights, place * WIDTH, (size - place - 1) * WIDTH);
        size--;
    }

    private void reserve(int places) {
        if (places > values.length) {
            int more = Math.min(capacity, Math.max(PLACES_MIN, 2 * values.length));
            values = Arrays.copyOf(values, more);
            sights = Arrays.copyOf(sights, more * WIDTH);
        }
    }

    private void set(int place, Sight sight) {
        sights[place * WIDTH] = sight.first;
        sights[place * WIDTH + LAST] = sight.last;
        sights[place * WIDTH + TIMES] = sight.times;
    }

    private Sight sightAt(int place) {
        return new Sight(sights[place * WIDTH], sights[place * WIDTH + LAST], sights[place * WIDTH + TIMES]);
    }

    /// Takes in what was seen elsewhere: the earlier first and the later last sight of each value.
    public void addAll(RecentValues other) {
        Map<String, Sight> all = new LinkedHashMap<>(sights());
        other.sights().forEach((value, sight) -> all.merge(value, sight, Sight::plus));
        size = 0;
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Sight>comparingByValue(Comparator.comparingLong(Sight::last))
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(Math.max(0, all.size() - capacity))
                .forEachOrdered(entry -> append(entry.getKey(), entry.getValue()));
    }

    private void append(String value, Sight sight) {
        reserve(++size);
        values[size - 1] = value;
        set(size - 1, sight);
    }

    /// Values by last sight, the oldest first: a copy.
    public Map<String, Sight> sights() {
        Map<String, Sight> copy = new LinkedHashMap<>();
        for (int place = 0; place < size; place++) {
            copy.put(valueAt(place), sightAt(place));
        }
        return copy;
    }

    private String valueAt(int place) {
        String value = values[place];
        if (value == null) {
            throw new IllegalStateException("no value at " + place + " of size=" + size);
        }
        return value;
    }

    /// @param first event time in microseconds
    /// @param last  event time in microseconds
    public record Sight(long first, long last, long times) {

        private Sight plus(Sight other) {
            return new Sight(Math.min(first, other.first), Math.max(last, other.last), times + other.times);
        }
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int place = 0; place < size; place++) {
            out.writeUTF(valueAt(place));
            Sight sight = sightAt(place);
            out.writeLong(sight.first);
            out.writeLong(sight.last);
            out.writeLong(sight.times);
        }
    }

    public void load(DataInput in) throws IOException {
        size = 0;
        for (int left = in.readInt(); left > 0; left--) {
            append(in.readUTF(), new Sight(in.readLong(), in.readLong(), in.readLong()));
        }
    }
}
