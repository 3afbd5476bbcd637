// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import org.jspecify.annotations.Nullable;

/// Where a person is when a session begins, and so from which network the calls come.
final class Whereabouts {

    /// How a person uses a VPN that ends in another country.
    enum Vpn {
        NEVER,
        SOMETIMES,
        ALWAYS
    }

    /// Nobody calls for so long around a journey: people on planes are offline.
    static final long JOURNEY = 14 * Micros.HOUR;

    private static final long JOURNEYS_FIRST = 28 * Micros.DAY;
    private static final long JOURNEYS_APART = 70 * Micros.DAY;
    private static final double IN_OFFICE = 0.7;
    private static final double PHONE_ON_MOBILE_NETWORK = 0.55;
    private static final double SOMETIMES = 0.3;

    private final Atlas atlas;
    private final Conditions conditions;
    private final Chance chance;
    private final Place home;
    private final Network line;
    private final int lineNumber;
    private final Connection fixed;
    private final @Nullable Connection office;
    private final Vpn vpn;
    private final Connection exit;
    private @Nullable Trip trip;
    private @Nullable Journeys journeys;

    Whereabouts(Atlas atlas, Conditions conditions, Place home, @Nullable Connection office, Vpn vpn, Chance chance) {
        this.atlas = atlas;
        this.conditions = conditions;
        this.chance = chance;
        this.home = home;
        this.office = office;
        this.vpn = vpn;
        line = atlas.any(Network.Kind.HOME, home.country(), chance);
        lineNumber = (int) chance.next();
        Connection own = Connection.of(line.anyAddress(chance), line, home, chance);
        fixed = conditions.oneCarrier() ? behindCarrier(home, own, chance) : own;
        Network exits = atlas.elsewhere(Network.Kind.VPN, home.country(), chance);
        exit = Connection.of(exits.sharedAddress(chance, 12), exits, atlas.gateway(exits, chance), chance);
    }

    Place home() {
        return home;
    }

    Vpn vpn() {
        return vpn;
    }

    boolean travels() {
        return trip != null;
    }

    /// The person travels now and then, from some time within the first four weeks on.
    void travels(Journeys theirs, long from) {
        journeys = theirs;
        trip = theirs.next(home, from, JOURNEYS_FIRST);
    }

    private @Nullable Trip trip(long at) {
        Trip current = trip;
        if (current != null && journeys != null && at >= current.to + JOURNEY) {
            trip = journeys.next(home, current.to + 7 * Micros.DAY, JOURNEYS_APART);
        }
        return trip;
    }

    /// Whether the person is on the way to or from the trip and so offline.
    boolean onJourney(long at) {
        Trip trip = trip(at);
        return trip != null
                && (Math.abs(at - trip.from + JOURNEY / 2) < JOURNEY / 2
                        || Math.abs(at - trip.to - JOURNEY / 2) < JOURNEY / 2);
    }

    Connection forSession(long at, boolean phone, boolean working) {
        if (vpn == Vpn.ALWAYS || (vpn == Vpn.SOMETIMES && chance.happens(SOMETIMES))) {
            return exit;
        }
        Trip trip = trip(at);
        if (trip != null && at >= trip.from && at < trip.to) {
            return phone ? mobile(at) : trip.hotel;
        }
        if (office != null && working && chance.happens(IN_OFFICE)) {
            return office;
        }
        return phone && chance.happens(PHONE_ON_MOBILE_NETWORK) ? mobile(at) : atHome();
    }

    /// A mobile network where the person is: one of the carrier's few addresses, a different one from time to
    /// time.
    Connection mobile(long at) {
        Trip trip = trip(at);
        boolean away = trip != null && at >= trip.from && at < trip.to;
        return behindCarrier(away && trip != null ? trip.destination : home, fixed, chance);
    }

    /// Some other connection in the home country.
    Connection anotherAtHome(Chance chance) {
        Network other = atlas.any(Network.Kind.HOME, home.country(), chance);
        return Connection.of(other.anyAddress(chance), other, home, chance);
    }

    /// @param otherwise where there is no carrier
    private Connection behindCarrier(Place place, Connection otherwise, Chance chance) {
        if (!atlas.has(Network.Kind.MOBILE, place.country())) {
            return otherwise;
        }
        Network carrier = conditions.oneCarrier()
                ? atlas.first(Network.Kind.MOBILE, place.country())
                : atlas.any(Network.Kind.MOBILE, place.country(), chance);
        String address = carrier.sharedAddress(chance, conditions.carrierAddresses());
        return Connection.of(address, carrier, place, chance);
    }

    private Connection atHome() {
        if (!conditions.oneCarrier() && line.speaksSix() && (lineNumber & 3) != 0) {
            return Connection.of(line.sixthAddress(lineNumber, chance), line, home, chance);
        }
        return fixed;
    }

    /// A stay in another country.
    record Trip(long from, long to, Place destination, Connection hotel) {}
}
