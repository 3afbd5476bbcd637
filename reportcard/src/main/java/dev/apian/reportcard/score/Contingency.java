// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.HashMap;
import java.util.Map;

/// How many calls two groupings have in common, group by group: enough to count pairs of calls without looking at
/// pairs.
///
/// A call whose true group is -1 is not judged and left out. One whose found group is -1 stays in its true group but in
/// no found one.
final class Contingency {

    static final int NONE = -1;

    record Cell(int truth, int found) {}

    final Map<Integer, Long> truth = new HashMap<>();
    final Map<Integer, Long> found = new HashMap<>();
    final Map<Cell, Long> cells = new HashMap<>();
    private long judged;
    private long unassigned;

    Contingency(int[] trueGroups, int[] foundGroups) {
        if (trueGroups.length != foundGroups.length) {
            throw new IllegalArgumentException(trueGroups.length + " true groups beside " + foundGroups.length
                    + " found ones; expected one of each for every call");
        }
        for (int i = 0; i < trueGroups.length; i++) {
            if (trueGroups[i] != NONE) {
                add(trueGroups[i], foundGroups[i]);
            }
        }
    }

    private void add(int trueGroup, int foundGroup) {
        judged++;
        truth.merge(trueGroup, 1L, Long::sum);
        if (foundGroup == NONE) {
            unassigned++;
        } else {
            found.merge(foundGroup, 1L, Long::sum);
            cells.merge(new Cell(trueGroup, foundGroup), 1L, Long::sum);
        }
    }

    long judged() {
        return judged;
    }

    long unassigned() {
        return unassigned;
    }

    long trueSize(Cell cell) {
        return truth.getOrDefault(cell.truth(), 0L);
    }

    long foundSize(Cell cell) {
        return found.getOrDefault(cell.found(), 0L);
    }

    /// Pairs within the groups; an array has too few places for this to overflow.
    static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(Contingency::pairs).sum();
    }

    static long pairs(long size) {
        return size * (size - 1) / 2;
    }
}
