// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The values of one trait that were seen lately, each with the times of first and last sight. When full, the
/// one not seen for longest makes room.
///
/// A few values in two arrays, since every actor has several of these and most hold one value or none.
public final class RecentValues {

    /// Numbers of one value: the times of first and last sight, and how often it was seen.
    private static final int WIDTH = 3;

    private static final int FIRST = 0;
    private static final int LAST = 1;
    private static final int TIMES = 2;

    private static final String[] NO_VALUES = {};
    private static final long[] NO_NUMBERS = {};

    private final int capacity;

    /// By last sight, the oldest first.
    private String[] values = NO_VALUES;

    private long[] numbers = NO_NUMBERS;
    private int size;

    public RecentValues(int capacity) {
        this.capacity = capacity;
    }

    /// Notes a value and tells since when it is known: `micros` itself if it is new.
    public long see(String value, long micros) {
        int place = placeOf(value);
        if (place < 0) {
            add(value, micros, micros, 1);
            return micros;
        }
        long first = numbers[place * WIDTH + FIRST];
        long times = numbers[place * WIDTH + TIMES] + 1;
        String known = values[place];
        remove(place);
        add(known, first, micros, times);
        return first;
    }

    /// What was seen last is mostly seen again.
    private int placeOf(String value) {
        for (int i = size - 1; i >= 0; i--) {
            if (values[i].equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private void remove(int place) {
        int after = size - place - 1;
        System.arraycopy(values, place + 1, values, place, after);
        System.arraycopy(numbers, (place + 1) * WIDTH, numbers, place * WIDTH, after * WIDTH);
        size--;
    }

    private void add(String value, long first, long last, long times) {
        if (size == capacity) {
            remove(0);
        }
        if (size == values.length) {
            int room = Math.min(capacity, Math.max(1, 2 * size));
            values = Arrays.copyOf(values, room);
            numbers = Arrays.copyOf(numbers, room * WIDTH);
        }
        values[size] = value;
        numbers[size * WIDTH + FIRST] = first;
        numbers[size * WIDTH + LAST] = last;
        numbers[size * WIDTH + TIMES] = times;
        size++;
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
                .forEachOrdered(entry -> add(entry.getKey(), entry.getValue()));
    }

    private void add(String value, Sight sight) {
        add(value, sight.first, sight.last, sight.times);
    }

    /// Values by last sight, the oldest first.
    public SequencedMap<String, Sight> sights() {
        SequencedMap<String, Sight> sights = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            int base = i * WIDTH;
            sights.put(values[i], new Sight(numbers[base + FIRST], numbers[base + LAST], numbers[base + TIMES]));
        }
        return sights;
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
        for (int i = 0; i < size; i++) {
            out.writeUTF(values[i]);
            for (int j = 0; j < WIDTH; j++) {
                out.writeLong(numbers[i * WIDTH + j]);
            }
        }
    }

    public void load(DataInput in) throws IOException {
        size = in.readInt();
        values = new String[size];
        numbers = new long[size * WIDTH];
        for (int i = 0; i < size; i++) {
            values[i] = in.readUTF();
            for (int j = 0; j < WIDTH; j++) {
                numbers[i * WIDTH + j] = in.readLong();
            }
        }
    }
}
