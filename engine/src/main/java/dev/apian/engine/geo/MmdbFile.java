// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import com.maxmind.db.Reader;
import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A database in MaxMind's `.mmdb` format, whose records are laid out as MaxMind (City, Country, ASN, ISP, Anonymous
/// IP, Connection Type, Enterprise), DB-IP, IPinfo or ip-location-db do.
///
/// The layouts do not contradict each other, so all of their fields are looked for: which maker a file is from need not
/// be known.
final class MmdbFile implements AddressFile {

    private static final double CITY_RADIUS_KM = 50;
    private static final double KILOMETRES_MAX = 20_040;

    private final Reader database;

    private MmdbFile(Reader database) {
        this.database = database;
    }

    static MmdbFile open(Path file) throws IOException {
        try {
            return new MmdbFile(new Reader(file.toFile()));
        } catch (IOException e) {
            throw new IOException(
                    "address database " + file + " cannot be read (" + e.getMessage()
                            + "); give a file in .mmdb format, for example from MaxMind, DB-IP, IPinfo or"
                            + " ip-location-db",
                    e);
        }
    }

    @Override
    public Origin find(String ip) {
        try {
            // The text is an address already, so this asks no name server.
            Map<?, ?> found = database.get(InetAddress.ofLiteral(ip), Map.class);
            return found == null ? new Origin(ip) : read(ip, found);
        } catch (IOException | IllegalArgumentException e) {
            return new Origin(ip);
        }
    }

    /// @param found the record as a map, nested or flat
    static Origin read(String ip, Map<?, ?> found) {
        String country = first(text(found, "country", "iso_code"), text(found, "country_code"), text(found, "country"));
        double latitude = number(found, "latitude", "lat");
        double longitude = number(found, "longitude", "lng");
        boolean placed = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        String operator = first(
                text(found, "autonomous_system_organization"),
                text(found, "traits", "autonomous_system_organization"),
                text(found, "as_name"),
                text(found, "asn_name"),
                found.containsKey("asn") ? text(found, "name") : "",
                text(found, "isp"),
                text(found, "traits", "isp"),
                text(found, "carrier"));
        return new Origin(
                ip,
                // IPinfo's files of country names call the name country, and the code country_code.
                country.length() == 2 ? country : "",
                placed ? latitude : Double.NaN,
                placed ? longitude : Double.NaN,
                placed ? radius(found) : 0,
                system(found),
                operator,
                kind(found),
                first(text(found, "city", "names", "en"), text(found, "city")));
    }

    private static double radius(Map<?, ?> found) {
        double radius = number(found, "accuracy_radius", "radius");
        return radius >= 0 && radius <= KILOMETRES_MAX ? radius : CITY_RADIUS_KM;
    }

    /// A number, or a text as `AS3320`.
    private static long system(Map<?, ?> found) {
        for (Object value : new Object[] {
            at(found, "autonomous_system_number"), at(found, "traits", "autonomous_system_number"), at(found, "asn")
        }) {
            if (value instanceof Number number) {
                return number.longValue();
            }
            if (value instanceof String text && text.regionMatches(true, 0, "AS", 0, 2)) {
                try {
                    return Long.parseLong(text.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 0;
    }

    /// What hides a place comes first: a VPN ends with a hosting provider, and both are told.
    private static NetworkKind kind(Map<?, ?> found) {
        boolean relay = isTrue(found, "relay") || isTrue(found, "is_tor_exit_node") || isTrue(found, "tor");
        if (isTrue(found, "is_anonymous_vpn") || isTrue(found, "vpn")) {
            return NetworkKind.VPN;
        }
        if (relay
                || isTrue(found, "is_public_proxy")
                || isTrue(found, "is_residential_proxy")
                || isTrue(found, "proxy")) {
            return NetworkKind.RELAY;
        }
        if (isTrue(found, "is_hosting_provider") || isTrue(found, "hosting") || isTrue(found, "is_hosting")) {
            return NetworkKind.HOSTING;
        }
        if (isTrue(found, "is_satellite_provider") || isTrue(found, "is_satellite")) {
            return NetworkKind.SATELLITE;
        }
        if (isTrue(found, "is_mobile")
                || !first(text(found, "carrier"), text(found, "mcc")).isEmpty()) {
            return NetworkKind.MOBILE;
        }
        String word = first(
                text(found, "user_type"),
                text(found, "traits", "user_type"),
                text(found, "connection_type"),
                text(found, "traits", "connection_type"),
                text(found, "usage_type"),
                text(found, "type"));
        return kindOf(word.toLowerCase(Locale.ROOT));
    }

    /// The makers' words for kinds of networks and their users.
    private static NetworkKind kindOf(String word) {
        return switch (word) {
            case "cellular", "mobile", "wireless" -> NetworkKind.MOBILE;
            case "satellite" -> NetworkKind.SATELLITE;
            case "corporate", "business", "government", "military", "college", "school", "library", "education" ->
                NetworkKind.CORPORATE;
            case "hosting", "content_delivery_network" -> NetworkKind.HOSTING;
            case "consumer_privacy_network" -> NetworkKind.RELAY;
            case "residential", "consumer", "isp", "cable/dsl", "dialup" -> NetworkKind.RESIDENTIAL;
            default -> NetworkKind.UNKNOWN;
        };
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String text(Map<?, ?> found, String... path) {
        return at(found, path) instanceof String text ? text : "";
    }

    /// Of the first of these names that is there, in `location` or flat; IPinfo writes numbers as texts.
    private static double number(Map<?, ?> found, String... names) {
        for (String name : names) {
            for (Object value : new Object[] {at(found, "location", name), at(found, name)}) {
                if (value instanceof Number number) {
                    return number.doubleValue();
                }
                if (value instanceof String text && !text.isEmpty()) {
                    try {
                        return Double.parseDouble(text);
                    } catch (NumberFormatException e) {
                        return Double.NaN;
                    }
                }
            }
        }
        return Double.NaN;
    }

    /// Flat, or among the traits.
    private static boolean isTrue(Map<?, ?> found, String name) {
        return isTrue(at(found, name)) || isTrue(at(found, "traits", name));
    }

    private static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean yes && yes || value instanceof String text && text.equalsIgnoreCase("true");
    }

    private static @Nullable Object at(Map<?, ?> found, String... path) {
        Object value = found;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
