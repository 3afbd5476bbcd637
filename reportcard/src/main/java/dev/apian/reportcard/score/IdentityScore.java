// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.HashMap;
import java.util.Map;

/// Whether the calls of one true actor were put together, and nobody else's with them.
///
/// @param calls judged
/// @param unassigned of these, calls given to no actor; they cost recall and are left out of precision
/// @param pairPrecision of all pairs of calls put together, the share that belongs together; 1 if there are no such
/// pairs
/// @param pairRecall of all pairs of calls that belong together, the share put together; 1 if there are no such pairs
/// @param bCubedPrecision averaged over assigned calls: how much of the call's found actor is its true actor
/// @param bCubedRecall averaged over judged calls: how much of the call's true actor is in its found actor
/// @param mostActorsInOne the largest number of true actors in one found actor
public record IdentityScore(
        long calls,
        long unassigned,
        int trueActors,
        int foundActors,
        double pairPrecision,
        double pairRecall,
        double bCubedPrecision,
        double bCubedRecall,
        double bCubedF1,
        int mostActorsInOne) {

    /// @param trueActors of each call, -1 if the call is not judged
    /// @param foundActors of each call, -1 if it was given to nobody
    public static IdentityScore of(int[] trueActors, int[] foundActors) {
        Contingency table = new Contingency(trueActors, foundActors);
        long together = Contingency.pairs(table.cells);
        double precision = 0;
        double recall = 0;
        Map<Integer, Integer> mixed = new HashMap<>();
        for (Map.Entry<Contingency.Cell, Long> entry : table.cells.entrySet()) {
            double calls = entry.getValue();
            precision += calls * calls / table.foundSize(entry.getKey());
            recall += calls * calls / table.trueSize(entry.getKey());
            mixed.merge(entry.getKey().found(), 1, Integer::sum);
        }
        for (Map.Entry<Integer, Long> alone : alone(table).entrySet()) {
            recall += (double) alone.getValue() / table.truth.getOrDefault(alone.getKey(), 1L);
        }
        double bCubedPrecision = Hits.share(precision, table.judged() - table.unassigned());
        double bCubedRecall = Hits.share(recall, table.judged());
        return new IdentityScore(
                table.judged(),
                table.unassigned(),
                table.truth.size(),
                table.found.size(),
                Hits.share(together, Contingency.pairs(table.found)),
                Hits.share(together, Contingency.pairs(table.truth)),
                bCubedPrecision,
                bCubedRecall,
                Hits.f1(bCubedPrecision, bCubedRecall),
                mixed.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /// Calls of each true actor that were given to nobody: each of them is together only with itself.
    private static Map<Integer, Long> alone(Contingency table) {
        Map<Integer, Long> alone = new HashMap<>(table.truth);
        table.cells.forEach((cell, calls) -> alone.merge(cell.truth(), -calls, Long::sum));
        return alone;
    }
}
