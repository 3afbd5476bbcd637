// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The middle of each country and how far its land reaches from there: 1.4 times the radius of a circle of
/// its area. Coarse on purpose: with only a country known, two neighbouring countries are no distance apart.
final class Countries {

    private static final Map<String, Middle> MIDDLES = read();

    private Countries() {}

    /// @param country ISO 3166 code
    static @Nullable Middle of(String country) {
        return MIDDLES.get(country);
    }

    record Middle(double latitude, double longitude, double radiusKm) {}

    private static Map<String, Middle> read() {
        Map<String, Middle> middles = new HashMap<>();
        try (InputStream bytes = Countries.class.getResourceAsStream("countries.tsv")) {
            if (bytes == null) {
                throw new IllegalStateException("countries.tsv is missing from the engine's jar; build it again");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(cells -> middles.put(
                            cells[0],
                            new Middle(
                                    Double.parseDouble(cells[1]),
                                    Double.parseDouble(cells[2]),
                                    Double.parseDouble(cells[3]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(middles);
    }
}
