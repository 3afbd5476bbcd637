// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import java.util.LinkedHashSet;
import java.util.Set;

/// A bucket into which distinct items are poured and from which they leak at a steady pace, the oldest first.
final class LeakyBucket {

    private static final int ITEMS_MAX = 10_000;

    private final long leakMicros;
    private final Set<String> items = new LinkedHashSet<>();
    private double level;
    private long last;

    /// @param leakMicros one item leaks in this time
    LeakyBucket(long leakMicros) {
        this.leakMicros = leakMicros;
    }

    /// Pours the item unless it is in the bucket still, and gives the level.
    double pour(String item, long micros) {
        level = Math.max(0, level - Math.max(0, micros - last) / (double) leakMicros);
        last = Math.max(last, micros);
        var left = Math.ceil(level);
        for (var oldest = items.iterator(); items.size() > left && oldest.hasNext(); ) {
            oldest.next();
            oldest.remove();
        }
        if (items.size() < ITEMS_MAX && items.add(item)) {
            level++;
        }
        return level;
    }
}
