// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The first uses of the days since the last refit, scored by the model that was in force: what ordinary novelties look
/// like.
final class FirstUses {

    private FirstUses() {}

    /// Takes the score of a first use, and how much of its actor's one vote a day it is.
    @FunctionalInterface
    interface Scores {
        void add(double score, double weight);
    }

    /// @param from the day of the last refit
    /// @param to   the day after the last one
    static Found of(Map<Long, UsedEndpoints> actors, PeerModel model, int from, int to) {
        List<UsedEndpoints> rows = actors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return scores -> {
            if (model.likeness() != null) {
                rows.forEach(row -> score(row, model, from, to, scores));
            }
        };
    }

    private static void score(UsedEndpoints row, PeerModel model, int from, int to, Scores scores) {
        int[] fresh = IntStream.range(0, row.size())
                .filter(n -> row.firstDay(n) >= Math.max(from, row.firstDay + Normal.FIRST_DAYS)
                        && row.firstDay(n) < to
                        && model.place(row.id(n)) >= 0)
                .toArray();
        if (fresh.length == 0) {
            return;
        }
        long[] used = IntStream.range(0, row.size())
                .filter(n -> row.firstDay(n) < from)
                .mapToLong(row::id)
                .toArray();
        for (int n : fresh) {
            scores.add(model.score(used, row.group, model.place(row.id(n))), 1.0 / fresh.length);
        }
    }

    /// Scores that were found.
    @FunctionalInterface
    interface Found {
        void forEach(Scores scores);
    }
}
