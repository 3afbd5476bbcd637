// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values of one trait that were seen lately, each with the times of first and last sight. When full, the
/// one not seen for longest makes room.
public final class RecentValues {

    private final int capacity;
    private final LinkedHashMap<String, Sight> sights = new LinkedHashMap<>();

    public RecentValues(int capacity) {
        this.capacity = capacity;
    }

    /// Notes a value and tells since when it is known: `micros` itself if it is new.
    public long see(String value, long micros) {
        Sight before = sights.remove(value);
        if (before == null && sights.size() == capacity) {
            sights.pollFirstEntry();
        }
        Sight now = before == null ? new Sight(micros, micros, 1) : new Sight(before.first, micros, before.times + 1);
        sights.putLast(value, now);
        return now.first;
    }

    /// Takes in what was seen elsewhere: the earlier first and the later last sight of each value.
    public void addAll(RecentValues other) {
        Map<String, Sight> all = new LinkedHashMap<>(sights);
        other.sights.forEach((value, sight) -> all.merge(value, sight, Sight::plus));
        sights.clear();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Sight>comparingByValue(Comparator.comparingLong(Sight::last))
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(Math.max(0, all.size() - capacity))
                .forEachOrdered(entry -> sights.putLast(entry.getKey(), entry.getValue()));
    }

    /// Values by last sight, the oldest first.
    public Map<String, Sight> sights() {
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
        out.writeInt(sights.size());
        for (Map.Entry<String, Sight> entry : sights.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().first);
            out.writeLong(entry.getValue().last);
            out.writeLong(entry.getValue().times);
        }
    }

    public void load(DataInput in) throws IOException {
        sights.clear();
        for (int left = in.readInt(); left > 0; left--) {
            sights.put(in.readUTF(), new Sight(in.readLong(), in.readLong(), in.readLong()));
        }
    }
}
