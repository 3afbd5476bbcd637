// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Places and networks of the world, read from `places.csv` and `networks.csv`. They are real, so that any
/// address database agrees roughly with the fields written on the records.
final class Atlas {

    private final List<Place> places = read("places.csv").stream()
            .map(line -> line.split(",", -1))
            .map(cell -> new Place(
                    cell[0],
                    cell[1],
                    Double.parseDouble(cell[2]),
                    Double.parseDouble(cell[3]),
                    ZoneId.of(cell[4]),
                    Double.parseDouble(cell[5])))
            .toList();
    private final double[] weights = places.stream().mapToDouble(Place::weight).toArray();
    private final List<Network> networks = read("networks.csv").stream()
            .map(line -> network(line.split(",", -1)))
            .toList();

    Place anyHome(Chance chance) {
        return places.get(chance.weighted(weights));
    }

    Place place(String city) {
        return places.stream()
                .filter(place -> place.city().equals(city))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no place named " + city + " in places.csv"));
    }

    /// The places where nobody of the business lives: a thief may.
    List<Place> distant() {
        return places.stream().filter(place -> place.weight() == 0).toList();
    }

    /// Any place in another country.
    Place abroad(Place home, Chance chance) {
        List<Place> others = places.stream()
                .filter(place -> !place.country().equals(home.country()) && place.weight() > 0)
                .toList();
        return chance.pick(others);
    }

    /// Where networks of this kind in the country are placed: the country's first city.
    Place gateway(Network network, Chance chance) {
        List<Place> here = places.stream()
                .filter(place -> place.country().equals(network.country()))
                .toList();
        return network.kind() == Network.Kind.HOSTING ? here.getFirst() : chance.pick(here);
    }

    Network any(Network.Kind kind, String country, Chance chance) {
        return chance.pick(networks.stream()
                .filter(network -> network.kind() == kind && network.country().equals(country))
                .toList());
    }

    /// The one that is listed first.
    Network first(Network.Kind kind, String country) {
        return networks.stream()
                .filter(network -> network.kind() == kind && network.country().equals(country))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " network in " + country));
    }

    boolean has(Network.Kind kind, String country) {
        return networks.stream()
                .anyMatch(network -> network.kind() == kind && network.country().equals(country));
    }

    Network any(Network.Kind kind, Chance chance) {
        return chance.pick(
                networks.stream().filter(network -> network.kind() == kind).toList());
    }

    /// A network of the kind that does not end in the given country.
    Network elsewhere(Network.Kind kind, String country, Chance chance) {
        return chance.pick(networks.stream()
                .filter(network -> network.kind() == kind && !network.country().equals(country))
                .toList());
    }

    /// A machine in a data centre.
    Connection hosted(Network network, Chance chance) {
        return Connection.of(network.anyAddress(chance), network, gateway(network, chance), chance);
    }

    private static Network network(String[] cell) {
        String[] range = cell[4].split("/", -1);
        int base = 0;
        for (String part : range[0].split("\\.", -1)) {
            base = (base << 8) | Integer.parseInt(part);
        }
        return new Network(
                Network.Kind.valueOf(cell[0].toUpperCase(Locale.ROOT)),
                cell[1],
                Integer.parseInt(cell[2]),
                cell[3],
                base,
                32 - Integer.parseInt(range[1]),
                cell[5]);
    }

    private static List<String> read(String name) {
        try (InputStream in = Objects.requireNonNull(Atlas.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
