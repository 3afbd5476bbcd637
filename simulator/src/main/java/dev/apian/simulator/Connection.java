// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Locale;

/// An address as the API sees it, with where an address database would place it.
///
/// @param fields the fields of a record that tell this, rendered once because many calls share a connection
record Connection(
        String address, String country, double latitude, double longitude, int autonomousSystem, String fields) {

    static Connection of(String address, Network network, Place place, Chance chance) {
        double latitude = place.latitude() + (chance.unit() - 0.5) * 0.2;
        double longitude = place.longitude() + (chance.unit() - 0.5) * 0.2;
        String fields = String.format(
                Locale.ROOT,
                ",\"client.address\":\"%s\",\"client.geo.country_iso_code\":\"%s\",\"client.geo.location.lat\":%.4f,"
                        + "\"client.geo.location.lon\":%.4f,\"client.as.number\":%d,"
                        + "\"client.as.organization.name\":\"%s\"",
                address,
                place.country(),
                latitude,
                longitude,
                network.number(),
                network.organization());
        return new Connection(address, place.country(), latitude, longitude, network.number(), fields);
    }
}
