// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// How unevenly use is spread over actors or items, and how fast new items turn up.
final class Popularity {

    private static final int RANKS = 100;
    private static final int RANKS_MIN = 10;
    private static final int HEAPS_FROM = 64;
    private static final double HEAPS_STEP = Math.sqrt(2);

    private Popularity() {}

    /// Zipf's exponent: use falls as the rank to the minus this. Least squares of the logarithms over ranks 1 to 100.
    static double zipf(int[] counts) {
        var ascending = counts.clone();
        Arrays.sort(ascending);
        var ranks = Math.min(RANKS, ascending.length);
        if (ranks < RANKS_MIN) {
            return Double.NaN;
        }
        var x = IntStream.rangeClosed(1, ranks).mapToDouble(Math::log).toArray();
        var y = IntStream.rangeClosed(1, ranks)
                .mapToDouble(rank -> Math.log(ascending[ascending.length - rank]))
                .toArray();
        return -Fit.slope(x, y);
    }

    /// Heaps' exponent: distinct items grow as the number of events to this. Least squares of the logarithms at event
    /// 64 and every half octave thereafter.
    static double heaps(int[] items) {
        var seen = new BitSet();
        var x = new double[Integer.SIZE * 2];
        var y = new double[Integer.SIZE * 2];
        var points = 0;
        var next = (double) HEAPS_FROM;
        for (var i = 0; i < items.length; i++) {
            seen.set(items[i]);
            if (i + 1 >= next) {
                x[points] = Math.log(i + 1);
                y[points] = Math.log(seen.cardinality());
                points++;
                next *= HEAPS_STEP;
            }
        }
        return Fit.slope(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }

    static int[] counts(int[] items) {
        var counts = new int[Arrays.stream(items).max().orElse(-1) + 1];
        for (var item : items) {
            counts[item]++;
        }
        return counts;
    }
}
