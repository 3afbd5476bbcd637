// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;

/// Where a story happens: a town with one network.
public record Place(
        String ip, String country, double latitude, double longitude, long asn, String operator, NetworkKind kind) {

    public static final Place BERLIN = known("198.51.100.7", "DE", 52.52, 13.40, 3320, "Telekom");
    public static final Place POTSDAM = known("198.51.101.7", "DE", 52.39, 13.06, 3209, "Vodafone");
    public static final Place PARIS = known("192.0.2.7", "FR", 48.86, 2.35, 3215, "Orange");
    public static final Place NEW_YORK = known("203.0.113.7", "US", 40.71, -74.01, 7922, "Comcast");
    public static final Place LOS_ANGELES = known("203.0.114.7", "US", 34.05, -118.24, 20001, "Charter");
    public static final Place SYDNEY = known("203.0.115.7", "AU", -33.87, 151.21, 1221, "Telstra");

    private static Place known(
            String ip, String country, double latitude, double longitude, long asn, String operator) {
        return new Place(ip, country, latitude, longitude, asn, operator, NetworkKind.UNKNOWN);
    }

    /// The same town, another address.
    public Place at(String otherIp) {
        return new Place(otherIp, country, latitude, longitude, asn, operator, kind);
    }

    /// The same town, another operator.
    public Place through(long otherAsn, String otherOperator) {
        return new Place(ip, country, latitude, longitude, otherAsn, otherOperator, kind);
    }

    /// The same address, of which only the country is known.
    public Place withoutCoordinates() {
        return new Place(ip, country, Double.NaN, Double.NaN, asn, operator, kind);
    }

    /// The same address, of which people said what it is.
    public Place listedAs(String name, NetworkKind given) {
        return new Place(ip, country, latitude, longitude, asn, name, given);
    }

    Origin origin() {
        return new Origin(ip, country, latitude, longitude, 20, asn, operator, kind, "");
    }
}
