// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How odd weeks were, by what was true: after a swap, or as ever.
final class Scores {

    private final List<Double> swapped = new ArrayList<>();
    private final List<Double> same = new ArrayList<>();

    void add(boolean isSwapped, double score) {
        (isSwapped ? swapped : same).add(score);
    }

    int swapped() {
        return swapped.size();
    }

    int same() {
        return same.size();
    }

    /// Area under the receiver operating characteristic: the chance that a swapped week is odder than one as ever;
    /// half a chance if they are equally odd.
    double area() {
        List<Double> sorted = new ArrayList<>(same);
        Collections.sort(sorted);
        double won = 0;
        for (double score : swapped) {
            int under = place(sorted, score);
            int upTo = place(sorted, Math.nextUp(score));
            won += under + 0.5 * (upTo - under);
        }
        return won / ((double) swapped.size() * same.size());
    }

    /// Share of swapped weeks that are odder than all but a share of the others; not a number if there are none.
    double hits(double falseAlarms) {
        if (same.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(same);
        Collections.sort(sorted);
        double limit = sorted.get(sorted.size() - 1 - (int) (falseAlarms * sorted.size()));
        return swapped.stream().filter(score -> score > limit).count() / (double) swapped.size();
    }

    /// How many lie below.
    private static int place(List<Double> sorted, double score) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted.get(middle) < score) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
