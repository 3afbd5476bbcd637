// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// The journeys of somebody who travels, one after the other.
///
/// @param consumer who travels, for the diary
record Journeys(Atlas atlas, Diary diary, String consumer, Chance chance) {

    /// The journey that begins within this time after the given one.
    Whereabouts.Trip next(Place home, long after, long within) {
        Place destination = atlas.abroad(home, chance);
        Network hotel = atlas.any(Network.Kind.HOME, destination.country(), chance);
        long from = chance.between(after + 2 * Micros.DAY, after + within);
        long to = from + chance.between(2 * Micros.DAY, 6 * Micros.DAY);
        diary.note(Occasion.Kind.JOURNEY, consumer, from - Whereabouts.JOURNEY, to + Whereabouts.JOURNEY);
        Connection room = Connection.of(hotel.anyAddress(chance), hotel, destination, chance);
        return new Whereabouts.Trip(from, to, destination, room);
    }
}
