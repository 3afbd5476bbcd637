// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fills in where an address is and what its network is for, from files that the user gives or the build fetched.
///
/// What people say of a network wins, then what a record says itself, then the first file that tells it. With only a
/// country known, the position is the country's middle with a radius that covers it. Belongs to one thread, but for
/// [#know]; the last [#ANSWERS_KEPT] answers are kept.
public final class Geo implements AutoCloseable {

    private static final int ANSWERS_KEPT = 65_536;

    /// Country, city, operator, kind of network, each in two files for the two families of addresses.
    private static final int FILES_MAX = 16;

    private final List<AddressFile> files;
    private volatile NamedNetworks known = NamedNetworks.NONE;

    /// What the answers were made with.
    private NamedNetworks answeredWith = NamedNetworks.NONE;

    private long calls;
    private long placed;
    private long operators;
    private long kinds;
    private final Map<String, Answer> answers = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > ANSWERS_KEPT;
        }
    };

    /// What the files and people tell of an address.
    ///
    /// @param origin as the files tell it
    /// @param named  what people say of its network
    /// @param placed for calls that tell nothing themselves, as most: they share it, and what it works out
    private record Answer(Origin origin, @Nullable NamedNetwork named, Origin placed) {}

    private Geo(List<AddressFile> files) {
        this.files = List.copyOf(files);
    }

    /// @param paths `.mmdb` databases, and `.csv` files of operators' ranges; none tells nothing
    /// @throws IOException if a file is missing or is neither
    public static Geo open(List<Path> paths) throws IOException {
        if (paths.size() > FILES_MAX) {
            throw new IOException("found %d address databases, allowed %d".formatted(paths.size(), FILES_MAX));
        }
        List<AddressFile> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                files.add(AddressFile.open(path));
            }
        } catch (IOException e) {
            for (AddressFile file : files) {
                file.close();
            }
            throw e;
        }
        return new Geo(files);
    }

    /// What people say of networks wins from the next address on. Any thread.
    public void know(NamedNetworks networks) {
        known = networks;
    }

    /// The same with what people and the files tell; it counts for [#coverage].
    public Origin locate(Origin origin) {
        NamedNetworks networks = known;
        if (networks != answeredWith) {
            answers.clear();
            answeredWith = networks;
        }
        boolean told = origin.isPlaced() && origin.asn() != 0 && origin.kind().isKnown();
        boolean askable = !networks.isEmpty() || !told && !files.isEmpty();
        Origin located = askable && !origin.ip().isEmpty() ? located(origin) : origin;
        count(located);
        return located;
    }

    private Origin located(Origin origin) {
        Answer answer = answer(origin.ip());
        return origin.isBare() ? answer.placed : named(inItsCountry(merge(origin, answer.origin)), answer.named);
    }

    /// Of all that was located.
    public Coverage coverage() {
        return new Coverage(calls, placed, operators, kinds);
    }

    /// What is wrong with the files, as far as that is known by now.
    public List<String> troubles() {
        return files.stream().flatMap(file -> file.troubles().stream()).toList();
    }

    private void count(Origin located) {
        if (!located.ip().isEmpty()) {
            calls++;
            placed += located.isPlaced() ? 1 : 0;
            operators += located.asn() != 0 || !located.operator().isEmpty() ? 1 : 0;
            kinds += located.kind().isKnown() ? 1 : 0;
        }
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
                        origin.operator(),
                        origin.kind(),
                        origin.city());
    }

    private Answer answer(String ip) {
        Answer kept = answers.get(ip);
        if (kept == null) {
            Origin told = new Origin(ip);
            for (AddressFile file : files) {
                told = merge(told, file.find(ip));
            }
            NamedNetwork named = answeredWith.isEmpty() ? null : answeredWith.of(ip);
            kept = new Answer(told, named, named(inItsCountry(told), named));
            answers.put(ip, kept);
        }
        return kept;
    }

    /// Its number and place stay as they are: people say what a network is, not where.
    private static Origin named(Origin origin, @Nullable NamedNetwork network) {
        return network == null
                ? origin
                : new Origin(
                        origin.ip(),
                        origin.country(),
                        origin.latitude(),
                        origin.longitude(),
                        origin.radiusKm(),
                        origin.asn(),
                        network.name(),
                        network.kind(),
                        origin.city());
    }

    /// What hides a place wins over all other kinds: a list of VPNs knows more than a list of hosting providers.
    private static NetworkKind kind(NetworkKind told, NetworkKind found) {
        boolean vpn = found == NetworkKind.VPN || found == NetworkKind.RELAY;
        return told == NetworkKind.UNKNOWN || told == NetworkKind.HOSTING && vpn ? found : told;
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
                told.operator().isEmpty() ? found.operator() : told.operator(),
                kind(told.kind(), found.kind()),
                told.city().isEmpty() ? found.city() : told.city());
    }

    @Override
    public void close() throws IOException {
        for (AddressFile file : files) {
            file.close();
        }
    }
}
