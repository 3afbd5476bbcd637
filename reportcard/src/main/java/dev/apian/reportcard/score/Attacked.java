// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;
import java.util.Set;

/// One attack as it really was.
///
/// @param kind for example `id-walk`
/// @param tactics how it was done, for example `loud` or `stealthy vpn`
/// @param actors the true actors who did it or whose credentials were misused; a finding about any of them counts
/// @param strikes event time of every call of the attack, microseconds, ascending; never empty
public record Attacked(String id, String kind, String tactics, Set<String> actors, List<Long> strikes) {

    public Attacked {
        actors = Set.copyOf(actors);
        strikes = List.copyOf(strikes);
        if (actors.isEmpty() || strikes.isEmpty()) {
            throw new IllegalArgumentException(id + ": an attack has at least one actor and one call");
        }
    }

    public long first() {
        return strikes.getFirst();
    }

    public long last() {
        return strikes.getLast();
    }
}
