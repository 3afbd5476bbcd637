// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Senders who ask for things that are not there. What only they were ever served is no endpoint.
final class Scanners {

    /// The one not heard of for longest makes room.
    static final int SENDERS_MAX = 20_000;

    /// Guesses before a sender counts as a scanner.
    private static final int MISSES_MIN = 4;

    private static final int SUSPECT_MISSES_MIN = 2;

    private static final int HITS_MAX = 100;

    private final Map<Long, int[]> seen = new LinkedHashMap<>(64, 0.75f, true);

    void missed(long sender) {
        int[] counts = seen.get(sender);
        if (counts == null) {
            if (seen.size() == SENDERS_MAX) {
                seen.remove(seen.keySet().iterator().next());
            }
            counts = new int[2];
            seen.put(sender, counts);
        }
        counts[0]++;
    }

    /// Only of interest for those who missed before.
    void hit(long sender) {
        int[] counts = seen.get(sender);
        if (counts != null) {
            counts[1]++;
        }
    }

    boolean isScanner(long sender) {
        return misses(sender, MISSES_MIN);
    }

    /// Whether a sender that was hardly seen yet mostly missed.
    boolean isSuspect(long sender) {
        return misses(sender, SUSPECT_MISSES_MIN);
    }

    /// Nobody knows who 0 is. Whoever was served often is no scanner, or a proxy with others behind it.
    private boolean misses(long sender, int missesMin) {
        int[] counts = sender == 0 ? null : seen.get(sender);
        return counts != null && counts[0] >= missesMin && counts[0] > counts[1] && counts[1] < HITS_MAX;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(seen.size());
        for (Map.Entry<Long, int[]> entry : seen.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeInt(entry.getValue()[0]);
            out.writeInt(entry.getValue()[1]);
        }
    }

    void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            seen.put(in.readLong(), new int[] {in.readInt(), in.readInt()});
        }
    }
}
