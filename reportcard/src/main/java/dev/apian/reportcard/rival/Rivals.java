// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import java.util.List;

/// The rivals Apian is held against.
public final class Rivals {

    private Rivals() {}

    /// New ones, for one world.
    public static List<Rival> all() {
        return List.of(
                new TenTimesTheMean(),
                new ZScore(),
                new PoissonSurprise(),
                new NeverSeenBefore(),
                new LeakyBuckets(),
                new TravelSpeed(),
                new OneAddressTooMany(),
                new IsolatedSessions());
    }
}
