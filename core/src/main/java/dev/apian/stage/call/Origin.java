// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.sketch.Hash;
import org.jspecify.annotations.Nullable;

/// Where a call came from: the client's address and what is known of its place and network.
///
/// A class rather than a record since several steps ask every call for its network, which is worked out once.
public final class Origin {

    public static final Origin UNKNOWN = new Origin("");

    private static final long NETWORK = Hash.of("network");

    /// So far may a mobile gateway be from the phones behind it, km.
    private static final double MOBILE_RADIUS_KM = 500;

    private final String ip;
    private final String country;
    private final double latitude;
    private final double longitude;
    private final double radiusKm;
    private final long asn;
    private final String operator;
    private final NetworkKind kind;
    private final String city;

    /// Worked out when first asked for; two threads may do that twice.
    private @Nullable String network;

    private long networkKey;

    /// @param ip       text form, empty if unknown
    /// @param country  ISO 3166 code, empty if unknown
    /// @param latitude degrees, NaN if unknown
    /// @param radiusKm how far off the position may be, km
    /// @param asn      autonomous system number, 0 if unknown
    /// @param operator name of the network, empty if unknown
    /// @param kind     of the network as a database tells it, unknown if none does; see [#likelyKind]
    /// @param city     name, empty if unknown
    public Origin(
            String ip,
            String country,
            double latitude,
            double longitude,
            double radiusKm,
            long asn,
            String operator,
            NetworkKind kind,
            String city) {
        this.ip = ip;
        this.country = country;
        this.latitude = latitude;
        this.longitude = longitude;
        this.radiusKm = radiusKm;
        this.asn = asn;
        this.operator = operator;
        this.kind = kind;
        this.city = city;
    }

    public Origin(String ip) {
        this(ip, "", Double.NaN, Double.NaN, 0, 0, "");
    }

    /// Of neither known city nor kind of network.
    public Origin(
            String ip, String country, double latitude, double longitude, double radiusKm, long asn, String operator) {
        this(ip, country, latitude, longitude, radiusKm, asn, operator, NetworkKind.UNKNOWN, "");
    }

    public String ip() {
        return ip;
    }

    public String country() {
        return country;
    }

    public double latitude() {
        return latitude;
    }

    public double longitude() {
        return longitude;
    }

    public double radiusKm() {
        return radiusKm;
    }

    public long asn() {
        return asn;
    }

    public String operator() {
        return operator;
    }

    public NetworkKind kind() {
        return kind;
    }

    public String city() {
        return city;
    }

    /// The kind that a database tells, else what number or name of the operator suggest, which is a heuristic.
    public NetworkKind likelyKind() {
        return kind == NetworkKind.UNKNOWN ? Operators.kindOf(asn, operator) : kind;
    }

    /// How far off the client may be: a mobile gateway serves phones far around, km.
    public double reachKm() {
        return likelyKind() == NetworkKind.MOBILE ? Math.max(radiusKm, MOBILE_RADIUS_KM) : radiusKm;
    }

    public boolean isPlaced() {
        return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }

    /// Whether nothing but the address is known.
    public boolean isBare() {
        return country.isEmpty()
                && !isPlaced()
                && asn == 0
                && operator.isEmpty()
                && kind == NetworkKind.UNKNOWN
                && city.isEmpty();
    }

    /// The neighbourhood of the address: its /24 for IPv4, its first 56 bits for IPv6. One household, office
    /// or carrier gateway rarely spans more, and one client rarely keeps less.
    public String network() {
        String known = network;
        if (known == null) {
            known = ip.indexOf(':') >= 0 ? networkOfIpv6() : networkOfIpv4();
            network = known;
        }
        return known;
    }

    public long networkKey() {
        if (networkKey == 0) {
            networkKey = Hash.of(NETWORK, Hash.of(network()));
        }
        return networkKey;
    }

    /// Distance between two placed origins along the great circle, less the radii within which the clients may be, km.
    public double apartKm(Origin other) {
        return Math.max(0, greatCircleKm(other) - reachKm() - other.reachKm());
    }

    /// Distance between two placed origins along the great circle, less both radii, km.
    public double kilometresTo(Origin other) {
        return Math.max(0, greatCircleKm(other) - radiusKm - other.radiusKm);
    }

    /// Haversine formula.
    private double greatCircleKm(Origin other) {
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double dLat = lat2 - lat1;
        double dLon = Math.toRadians(other.longitude - longitude);
        double h = StrictMath.pow(StrictMath.sin(dLat / 2), 2)
                + StrictMath.cos(lat1) * StrictMath.cos(lat2) * StrictMath.pow(StrictMath.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(h)));
    }

    private static final double EARTH_RADIUS_KM = 6371;

    private String networkOfIpv4() {
        int dot = ip.lastIndexOf('.');
        return dot < 0 ? ip : ip.substring(0, dot) + ".0/24";
    }

    /// The prefix as an address of its own, so that `2001:db8::1` and `2001:db8:0:0:0::2` are neighbours.
    private String networkOfIpv6() {
        Address address = Address.parse(Text.of(ip));
        return address == null ? ip : address.prefix(56).text() + "/56";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin
                && ip.equals(origin.ip)
                && country.equals(origin.country)
                && Double.compare(latitude, origin.latitude) == 0
                && Double.compare(longitude, origin.longitude) == 0
                && Double.compare(radiusKm, origin.radiusKm) == 0
                && asn == origin.asn
                && operator.equals(origin.operator)
                && kind == origin.kind
                && city.equals(origin.city);
    }

    @Override
    public int hashCode() {
        return ip.hashCode();
    }

    @Override
    public String toString() {
        return "Origin[%s %s %s %s AS%d %s %s]".formatted(ip, country, latitude, longitude, asn, operator, city);
    }
}
