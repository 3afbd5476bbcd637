// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Somebody who opened what belongs to others, as it really was.
///
/// @param how for example `3 a day`; thefts done alike are counted together
/// @param first event time of the first foreign read, microseconds
/// @param observedUntil the end of the world
/// @param calls the ids of the foreign reads
public record Theft(String how, String actor, long first, long observedUntil, Set<String> calls) {

    public Theft {
        calls = Set.copyOf(calls);
    }

    /// From the first foreign read to the first claim about this actor whose evidence holds one of the foreign reads: a
    /// claim about ordinary work of the same actor is luck. Microseconds.
    public OptionalLong delay(List<EntityClaim> claims) {
        return claims.stream()
                .filter(claim ->
                        claim.actor().equals(actor) && claim.calls().stream().anyMatch(calls::contains))
                .mapToLong(EntityClaim::micros)
                .min()
                .stream()
                .map(micros -> Math.max(0, micros - first))
                .findFirst();
    }
}
