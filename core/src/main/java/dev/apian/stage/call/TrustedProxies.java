// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The networks whose machines tell the truth about who sent them a request. Anybody can write an
/// `X-Forwarded-For` header; it is believed from right to left for as long as a trusted machine added the
/// entry.
public final class TrustedProxies {

    /// Loopback, private and link-local networks.
    public static final TrustedProxies PRIVATE = of(List.of(
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "::1/128",
            "fc00::/7",
            "fe80::/10"));

    private record Network(Address prefix, int bits) {
        boolean contains(Address address) {
            return address.prefix(bits).equals(prefix);
        }
    }

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /// @param cidrs for example `10.0.0.0/8`, or a single address
    /// @throws IllegalArgumentException naming every entry that is no network
    public static TrustedProxies of(List<String> cidrs) {
        List<Network> networks = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String cidr : cidrs) {
            Network network = network(cidr.strip());
            if (network == null) {
                wrong.add(cidr);
            } else {
                networks.add(network);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("trusted proxies " + wrong + " are no networks; write 10.0.0.0/8");
        }
        return new TrustedProxies(networks);
    }

    boolean contains(Address address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /// The client of a call.
    ///
    /// @param client    what the gateway calls the client
    /// @param peer      the machine that opened the connection
    /// @param forwarded values of `X-Forwarded-For`, as they came
    @Nullable
    Address client(@Nullable Address client, @Nullable Address peer, List<Text> forwarded) {
        Address told = client != null ? client : peer;
        if (forwarded.isEmpty()) {
            return told;
        }
        List<Address> chain = chain(forwarded);
        Address last = peer != null ? peer : client;
        if (last == null || contains(last)) {
            return firstStranger(chain, told);
        }
        // A stranger's header: whoever the gateway took from it is hearsay.
        return peer != null && client != null && chain.contains(client) ? peer : told;
    }

    private @Nullable Address firstStranger(List<Address> chain, @Nullable Address otherwise) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            if (!contains(chain.get(i))) {
                return chain.get(i);
            }
        }
        if (otherwise != null && !contains(otherwise)) {
            return otherwise;
        }
        return chain.isEmpty() ? otherwise : chain.get(0);
    }

    private static List<Address> chain(List<Text> forwarded) {
        List<Address> chain = new ArrayList<>();
        for (Text value : forwarded) {
            int at = 0;
            while (at <= value.length()) {
                int comma = value.indexOf(',', at);
                int end = comma < 0 ? value.length() : comma;
                Address address = Address.parse(value.sub(at, end));
                if (address != null) {
                    chain.add(address);
                }
                at = end + 1;
            }
        }
        return chain;
    }

    private static @Nullable Network network(String cidr) {
        int slash = cidr.indexOf('/');
        Address address = Address.parse(Text.of(slash < 0 ? cidr : cidr.substring(0, slash)));
        if (address == null) {
            return null;
        }
        int most = address.isIpv4() ? 32 : 128;
        int bits = most;
        if (slash >= 0) {
            String digits = cidr.substring(slash + 1);
            if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(Character::isDigit)) {
                return null;
            }
            bits = Integer.parseInt(digits);
        }
        if (bits > most) {
            return null;
        }
        int all = address.isIpv4() ? 96 + bits : bits;
        return new Network(address.prefix(all), all);
    }
}
