// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The first uses of the days since the last refit, scored by the model that was in force: what ordinary novelties look
/// like.
final class FirstUses {

    private FirstUses() {}

    /// Three first uses of a day that are together so odd are a finding and nothing ordinary; three as odd as one in a
    /// hundred each, which is where the detection raises.
    private static final double FINDING = 3;

    private static final int STRONGEST = 3;

    /// Takes the score of a first use by a member of a group, and how much of its actor's one vote a day it is.
    @FunctionalInterface
    interface Scores {
        void add(long group, double score, double weight);
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
        double[] found = Arrays.stream(fresh)
                .mapToDouble(n -> model.score(used, row.group, model.place(row.id(n))))
                .toArray();
        if (!isFinding(found, row.group, model)) {
            Arrays.stream(found).forEach(score -> scores.add(row.group, score, 1.0 / fresh.length));
        }
    }

    private static boolean isFinding(double[] found, long group, PeerModel model) {
        return Arrays.stream(found)
                        .map(score -> oddness(model.shareAsOdd(group, score)))
                        .map(oddness -> -oddness)
                        .sorted()
                        .limit(STRONGEST)
                        .sum()
                <= -FINDING;
    }

    /// One for as odd as one in a hundred; none while nothing can be said.
    private static double oddness(double share) {
        return Double.isNaN(share) ? 0 : -StrictMath.log10(share) / 2;
    }

    /// Scores that were found.
    @FunctionalInterface
    interface Found {
        void forEach(Scores scores);
    }
}
