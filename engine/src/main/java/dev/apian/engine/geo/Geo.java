// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import com.maxmind.db.Reader;
import dev.apian.stage.call.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fills in where an address is, from a database that the user gives (MaxMind, DB-IP, IPinfo, ip-location-db).
///
/// What a record says itself wins. With only a country in the database, the position is the country's middle
/// with a radius that covers it. Belongs to one thread; the last [#ANSWERS_KEPT] answers are kept.
public final class Geo implements AutoCloseable {

    private static final int ANSWERS_KEPT = 65_536;
    private static final double CITY_RADIUS_KM = 50;

    private final Reader database;
    private final Map<String, Origin> answers = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Origin> eldest) {
            return size() > ANSWERS_KEPT;
        }
    };

    private Geo(Reader database) {
        this.database = database;
    }

    /// @throws IOException if the file is missing or no `.mmdb` database
    public static Geo open(Path file) throws IOException {
        try {
            return new Geo(new Reader(file.toFile()));
        } catch (IOException e) {
            throw new IOException(
                    "address database " + file + " cannot be read (" + e.getMessage()
                            + "); give a file in .mmdb format, for example from MaxMind, DB-IP or ip-location-db",
                    e);
        }
    }

    public Origin locate(Origin origin) {
        boolean known = origin.isPlaced() && origin.asn() != 0;
        return known || origin.ip().isEmpty() ? origin : merge(origin, answer(origin.ip()));
    }

    /// What tells its country only, put in the middle of that; all else stays as it is.
    public static Origin inItsCountry(Origin origin) {
        Countries.Middle middle = origin.isPlaced() ? null : Countries.of(origin.country());
        return middle == null
                ? origin
                : new Origin(
                        origin.ip(),
                        origin.country(),
                        middle.latitude(),
                        middle.longitude(),
                        middle.radiusKm(),
                        origin.asn(),
                        origin.operator());
    }

    private Origin answer(String ip) {
        Origin kept = answers.get(ip);
        if (kept == null) {
            kept = ask(ip);
            answers.put(ip, kept);
        }
        return kept;
    }

    private Origin ask(String ip) {
        try {
            // The text is an address already, so this asks no name server.
            Map<?, ?> found = database.get(InetAddress.ofLiteral(ip), Map.class);
            return found == null ? new Origin(ip) : read(ip, found);
        } catch (IOException | IllegalArgumentException e) {
            return new Origin(ip);
        }
    }

    private static Origin read(String ip, Map<?, ?> found) {
        String country = text(found, "country", "iso_code");
        country = country.isEmpty() ? text(found, "country_code") : country;
        country = country.isEmpty() ? text(found, "country") : country;
        double latitude = number(found, "location", "latitude");
        double longitude = number(found, "location", "longitude");
        double accuracy = number(found, "location", "accuracy_radius");
        double asn = number(found, "autonomous_system_number");
        String operator = text(found, "autonomous_system_organization");
        long system = Double.isNaN(asn) ? 0 : (long) asn;
        if (!Double.isNaN(latitude) && !Double.isNaN(longitude)) {
            double radius = Double.isNaN(accuracy) ? CITY_RADIUS_KM : accuracy;
            return new Origin(ip, country, latitude, longitude, radius, system, operator);
        }
        Countries.Middle middle = Countries.of(country);
        return middle == null
                ? new Origin(ip, country, Double.NaN, Double.NaN, 0, system, operator)
                : new Origin(ip, country, middle.latitude(), middle.longitude(), middle.radiusKm(), system, operator);
    }

    private static Origin merge(Origin told, Origin found) {
        boolean placed = told.isPlaced();
        return new Origin(
                told.ip(),
                told.country().isEmpty() ? found.country() : told.country(),
                placed ? told.latitude() : found.latitude(),
                placed ? told.longitude() : found.longitude(),
                placed ? told.radiusKm() : found.radiusKm(),
                told.asn() == 0 ? found.asn() : told.asn(),
                told.operator().isEmpty() ? found.operator() : told.operator());
    }

    private static String text(Map<?, ?> found, String... path) {
        return at(found, path) instanceof String text ? text : "";
    }

    private static double number(Map<?, ?> found, String... path) {
        return at(found, path) instanceof Number number ? number.doubleValue() : Double.NaN;
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
