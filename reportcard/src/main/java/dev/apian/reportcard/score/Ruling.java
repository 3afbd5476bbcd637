// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;

/// One alert and what it is worth.
///
/// @param world position in the list of worlds
/// @param day of the world, counted from 0; an alert after the end belongs to the last day
/// @param attacks positions of all attacks it is a true alert of; empty if it is false
record Ruling(int world, int day, Alert alert, List<Integer> attacks) {

    boolean isTrue() {
        return !attacks.isEmpty();
    }

    boolean passes(double cut) {
        return alert.score() >= cut;
    }
}
