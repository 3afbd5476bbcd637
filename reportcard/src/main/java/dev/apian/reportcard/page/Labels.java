// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Moves labels apart that would be written over each other.
final class Labels {

    private Labels() {}

    /// Places in the order given, at least `gap` apart and as near to where they belong as a pass down and a pass up
    /// bring them.
    static double[] spread(double[] wanted, double gap, double top, double bottom) {
        int[] order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] places = Arrays.copyOf(wanted, wanted.length);
        double free = top;
        for (int i : order) {
            places[i] = Math.max(places[i], free);
            free = places[i] + gap;
        }
        free = bottom;
        for (int i = order.length - 1; i >= 0; i--) {
            places[order[i]] = Math.min(places[order[i]], free);
            free = places[order[i]] - gap;
        }
        return places;
    }
}
