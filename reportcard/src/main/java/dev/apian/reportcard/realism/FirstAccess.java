// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.BitSet;
import java.util.List;

/// How often what somebody touches is new to them, by how much they have touched before.
///
/// It decides how far "never used before" can be a sign of anything.
final class FirstAccess {

    private FirstAccess() {}

    /// The share of first accesses among the actors' accesses number `reached`/2 + 1 to `reached`, of those actors who
    /// made as many; not a number if nobody did.
    static double share(List<History.Acts> actors, int reached) {
        var accesses = 0L;
        var firsts = 0L;
        for (var acts : actors) {
            if (acts.items().length < reached) {
                continue;
            }
            var seen = new BitSet();
            for (var i = 0; i < reached; i++) {
                var counts = i >= reached / 2;
                accesses += counts ? 1 : 0;
                firsts += counts && !seen.get(acts.items()[i]) ? 1 : 0;
                seen.set(acts.items()[i]);
            }
        }
        return accesses == 0 ? Double.NaN : firsts / (double) accesses;
    }
}
