// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Arrays;

/// How far two groupings agree beyond chance (Hubert and Arabie 1985): 1 is the same, 0 is chance, below 0 is worse.
public final class AdjustedRand {

    private AdjustedRand() {}

    /// @param trueTypes of each thing, -1 if it is not judged
    /// @param foundTypes of each thing; -1 is a type like any other, of those without one
    public static double index(int[] trueTypes, int[] foundTypes) {
        int[] shifted = Arrays.stream(foundTypes)
                .map(type -> type == Contingency.NONE ? Integer.MIN_VALUE : type)
                .toArray();
        Contingency table = new Contingency(trueTypes, shifted);
        double all = Contingency.pairs(table.judged());
        double together = Contingency.pairs(table.cells);
        double truth = Contingency.pairs(table.truth);
        double found = Contingency.pairs(table.found);
        double chance = all == 0 ? 0 : truth * found / all;
        double most = (truth + found) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }
}
