// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

    /// Values by last sight, the oldest first.
    public Map<String, Sight> sights() {
        return sights;
    }

    /// @param first event time in microseconds
    /// @param last  event time in microseconds
    public record Sight(long first, long last, long times) {}

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
