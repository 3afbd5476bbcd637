// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// Where the harmless but strange is written down as it comes about.
final class Diary {

    private final List<Occasion> occasions = new ArrayList<>();

    void note(Occasion.Kind kind, String consumer, long from, long to) {
        if (occasions.size() < Occasion.MAX) {
            occasions.add(Occasion.of(kind, consumer, from, to));
        }
    }

    List<Occasion> occasions() {
        return List.copyOf(occasions);
    }
}
