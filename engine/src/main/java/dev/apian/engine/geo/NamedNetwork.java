// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import dev.apian.stage.call.NetworkKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What people say of a network: its name, and what it is for.
///
/// @param network as `203.0.113.0/24` or `2001:db8::/32`; a single address becomes one of all its bits
/// @param name    1 to [#NAME_CHARS_MAX] characters in one line
/// @param kind    any but unknown
public record NamedNetwork(String network, String name, NetworkKind kind) {

    public static final int NAME_CHARS_MAX = 80;

    /// Nobody has more than 10.0.0.0/8 or, of IPv6, fc00::/7: what is wider is a slip that would blind detections.
    static final int IPV4_BITS_MIN = 8;

    static final int IPV6_BITS_MIN = 7;

    private static final int PARTS = 3;

    /// @throws IllegalArgumentException that says what was found and what is expected
    public NamedNetwork {
        network = network.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        if (network.indexOf('/') < 0) {
            Prefix address = addressIn(network);
            network = network + "/" + address.bits();
        }
        check(network);
        if (name.isEmpty() || name.length() > NAME_CHARS_MAX || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the name '%s' has %d characters, expected 1 to %d in one line"
                    .formatted(shown(name), name.length(), NAME_CHARS_MAX));
        }
        if (!kind.isKnown()) {
            throw new IllegalArgumentException("the kind is unknown, expected one of " + words());
        }
    }

    /// A line such as `203.0.113.0/24 egress Office Berlin`.
    ///
    /// @throws IllegalArgumentException that says what was found and what is expected
    public static NamedNetwork parse(String line) {
        String[] parts = line.strip().split("\\s+", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException(
                    "found '%s', expected a network, a kind and a name, such as '203.0.113.0/24 egress Office Berlin'"
                            .formatted(shown(line)));
        }
        return new NamedNetwork(parts[0], parts[2], kindOf(parts[1]));
    }

    /// The same as a line.
    public String line() {
        return network + " " + word() + " " + name;
    }

    /// The word for its kind.
    public String word() {
        return wordOf(kind);
    }

    /// @throws IllegalArgumentException if people may not say so
    public static NetworkKind kindOf(String word) {
        return kinds().stream()
                .filter(kind -> wordOf(kind).equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the kind is '%s', expected one of %s".formatted(shown(word), words())));
    }

    Prefix prefix() {
        int slash = network.indexOf('/');
        return addressIn(network.substring(0, slash)).first(Integer.parseInt(network.substring(slash + 1)));
    }

    private static void check(String network) {
        int slash = network.indexOf('/');
        Prefix address = addressIn(network.substring(0, slash));
        int least = address.six() ? IPV6_BITS_MIN : IPV4_BITS_MIN;
        int bits = bits(network.substring(slash + 1));
        if (bits < least || bits > address.bits()) {
            throw new IllegalArgumentException(
                    "the prefix of %s is %s bits long, expected %d to %d for %s; a wider network is nobody's own"
                            .formatted(
                                    shown(network),
                                    shown(network.substring(slash + 1)),
                                    least,
                                    address.bits(),
                                    address.six() ? "IPv6" : "IPv4"));
        }
        if (!address.isZeroAfter(bits)) {
            throw new IllegalArgumentException(
                    "%s has bits behind its prefix of %d; give the network's first address, or a longer prefix"
                            .formatted(network, bits));
        }
    }

    /// Negative for what is no number.
    private static int bits(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static Prefix addressIn(String text) {
        Prefix address = Prefix.ofAddress(text);
        if (address == null) {
            throw new IllegalArgumentException(
                    "'%s' is no address of IPv4 or IPv6, expected a network such as 203.0.113.0/24 or 2001:db8::/32"
                            .formatted(shown(text)));
        }
        return address;
    }

    private static String wordOf(NetworkKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static List<NetworkKind> kinds() {
        return Arrays.stream(NetworkKind.values()).filter(NetworkKind::isKnown).toList();
    }

    private static String words() {
        return kinds().stream().map(NamedNetwork::wordOf).collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        return text.length() > NAME_CHARS_MAX ? text.substring(0, NAME_CHARS_MAX) + "…" : text;
    }
}
