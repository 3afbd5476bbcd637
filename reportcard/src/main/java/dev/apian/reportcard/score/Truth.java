// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;

/// What is true of one world.
///
/// @param world for example `shop, seed 7`
/// @param actors every true actor who called at least once
/// @param start microseconds
/// @param days how long
public record Truth(
        String world, List<String> actors, long start, int days, List<Attacked> attacks, List<Occasion> occasions) {

    public Truth {
        actors = List.copyOf(actors);
        attacks = List.copyOf(attacks);
        occasions = List.copyOf(occasions);
    }
}
