// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The networks that people named: the office, the company's VPN, a partner's data centre. Where one lies in another,
/// the narrower counts. Immutable.
public final class NamedNetworks {

    public static final int NETWORKS_MAX = 1_000;

    public static final NamedNetworks NONE = new NamedNetworks(List.of());

    private final List<NamedNetwork> all;
    private final Map<Prefix, NamedNetwork> byPrefix = new HashMap<>();

    /// Lengths of prefixes that there are, the longest first.
    private final int[] lengths;

    /// @throws IllegalArgumentException that tells all that is wrong with the list, see [#problems]
    public NamedNetworks(List<NamedNetwork> all) {
        List<String> problems = problems(all);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        this.all = List.copyOf(all);
        all.forEach(network -> byPrefix.put(network.prefix(), network));
        lengths = byPrefix.keySet().stream()
                .map(Prefix::bits)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// What is wrong with a list as a whole: too long, or two that are the same network. Empty if nothing.
    public static List<String> problems(List<NamedNetwork> all) {
        List<String> problems = new ArrayList<>();
        if (all.size() > NETWORKS_MAX) {
            problems.add("there are %,d networks, networks_max allows %,d; join neighbours to wider ones"
                    .formatted(all.size(), NETWORKS_MAX));
        }
        Map<Prefix, NamedNetwork> seen = new HashMap<>();
        for (NamedNetwork network : all) {
            NamedNetwork before = seen.putIfAbsent(network.prefix(), network);
            if (before != null) {
                problems.add("%s is listed twice, as '%s' and as '%s'; keep one of them"
                        .formatted(network.network(), before.name(), network.name()));
            }
        }
        return problems;
    }

    /// Lines as [NamedNetwork#parse] reads them; empty ones count nothing.
    ///
    /// @throws IllegalArgumentException if they are no list
    public static NamedNetworks parse(String lines) {
        return new NamedNetworks(lines.lines()
                .filter(line -> !line.isBlank())
                .map(NamedNetwork::parse)
                .toList());
    }

    /// The same as lines.
    public String lines() {
        return all.stream().map(NamedNetwork::line).collect(Collectors.joining("\n"));
    }

    public List<NamedNetwork> all() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// The narrowest that an address lies in; null if none, and for what is no address.
    @Nullable
    NamedNetwork of(String ip) {
        Prefix address = Prefix.ofAddress(ip);
        if (address == null) {
            return null;
        }
        for (int length : lengths) {
            NamedNetwork found = length > address.bits() ? null : byPrefix.get(address.first(length));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
