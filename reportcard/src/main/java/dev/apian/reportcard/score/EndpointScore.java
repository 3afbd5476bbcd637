// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Map;

/// Whether calls were grouped into exactly the true templates of paths. A found group is right if it holds all calls of
/// one
/// true group and no others; half right is wrong.
///
/// @param calls judged
/// @param precision right groups of found ones; 1 if none was found
/// @param recall right groups of true ones; 1 if there is none
/// @param groupingAccuracy share of calls in right groups; 1 without calls
public record EndpointScore(
        long calls,
        int trueGroups,
        int foundGroups,
        int rightGroups,
        double precision,
        double recall,
        double f1,
        double groupingAccuracy) {

    /// @param trueTemplates of each call, -1 if the call is not judged
    /// @param foundTemplates of each call, -1 if it has none
    public static EndpointScore of(int[] trueTemplates, int[] foundTemplates) {
        Contingency table = new Contingency(trueTemplates, foundTemplates);
        int right = 0;
        long callsRight = 0;
        for (Map.Entry<Contingency.Cell, Long> cell : table.cells.entrySet()) {
            long calls = cell.getValue();
            if (calls == table.trueSize(cell.getKey()) && calls == table.foundSize(cell.getKey())) {
                right++;
                callsRight += calls;
            }
        }
        double precision = Hits.share(right, table.found.size());
        double recall = Hits.share(right, table.truth.size());
        return new EndpointScore(
                table.judged(),
                table.truth.size(),
                table.found.size(),
                right,
                precision,
                recall,
                Hits.f1(precision, recall),
                Hits.share(callsRight, table.judged()));
    }
}
