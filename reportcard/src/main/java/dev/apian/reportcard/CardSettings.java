// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.simulator.Trade;
import java.util.ArrayList;
import java.util.List;

/// What to measure and on what.
///
/// @param seeds one world each, the businesses in turn; sealed if drawn after the code was frozen
/// @param actors people and applications in each world
/// @param days how long each world is; the first week is quiet
/// @param boringDays how long the world without attacks is, 0 for none
/// @param boringActors who lives in it
/// @param adaptive whether attackers look for what they can take unseen
/// @param threads worlds that run at the same time
/// @param build whose card it is
public record CardSettings(
        List<Long> seeds,
        int actors,
        int days,
        int boringDays,
        int boringActors,
        boolean adaptive,
        int threads,
        Build build) {

    public static final int WORLDS_MAX = 100;
    public static final int DAYS_MIN = 10;
    public static final int ACTORS_MIN = 100;
    public static final int ACTORS_MAX = 10_000;
    public static final int THREADS_MAX = 64;

    public CardSettings {
        List<String> wrong = new ArrayList<>();
        if (seeds.isEmpty() || seeds.size() > WORLDS_MAX) {
            wrong.add("worlds=%d; give 1 to %d".formatted(seeds.size(), WORLDS_MAX));
        }
        if (days < DAYS_MIN) {
            wrong.add("days=%d; give %d or more: a week to learn, then attacks".formatted(days, DAYS_MIN));
        }
        if (actors < ACTORS_MIN || actors > ACTORS_MAX) {
            wrong.add("actors=%d; give %d to %d".formatted(actors, ACTORS_MIN, ACTORS_MAX));
        }
        if (boringDays < 0 || (boringDays > 0 && boringActors < ACTORS_MIN)) {
            wrong.add("boringDays=%d boringActors=%d; give 0 or more days and %d or more actors"
                    .formatted(boringDays, boringActors, ACTORS_MIN));
        }
        if (threads < 1 || threads > THREADS_MAX) {
            wrong.add("threads=%d; give 1 to %d".formatted(threads, THREADS_MAX));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
        seeds = List.copyOf(seeds);
    }

    /// The business of the nth world.
    static Trade trade(int world) {
        return Trade.known().get(world % Trade.known().size());
    }

    /// Whose card it is.
    ///
    /// @param version of Apian
    /// @param commit that was built, or empty if unknown
    /// @param madeAt in words
    /// @param machine in words
    public record Build(String version, String commit, String madeAt, String machine) {}
}
