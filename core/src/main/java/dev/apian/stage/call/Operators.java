// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is likely known of a network by its operator alone: a heuristic, for addresses of which no database tells the
/// kind of network.
///
/// Numbers of well-known operators come first, since an operator's name is what it likes to be called; then words in
/// the
/// name. Both lists are short on purpose: whoever needs all VPNs gives a database that knows them.
final class Operators {

    /// Autonomous systems by kind, as they are registered in public routing registries.
    private static final Map<NetworkKind, Set<Long>> NUMBERS = Map.of(
            NetworkKind.HOSTING,
            // Amazon, Google Cloud, Microsoft, DigitalOcean, OVH, Hetzner, Akamai Cloud, Vultr, Oracle, Alibaba,
            // Tencent, Contabo, Leaseweb, Scaleway
            Set.of(
                    16509L, 14618L, 396982L, 8075L, 14061L, 16276L, 24940L, 213230L, 63949L, 20473L, 31898L, 45102L,
                    37963L, 132203L, 51167L, 60781L, 28753L, 12876L),
            NetworkKind.VPN,
            // M247, Datacamp, 31173 Services, Tefincom, PacketHub, Proton, tzulo
            Set.of(9009L, 212238L, 60068L, 39351L, 136787L, 207137L, 147049L, 209103L, 11878L),
            NetworkKind.RELAY,
            // iCloud Private Relay leaves through Akamai, Cloudflare and Fastly; Zscaler and Netskope relay companies
            Set.of(36183L, 13335L, 54113L, 22616L, 53813L, 62044L, 55256L),
            NetworkKind.SATELLITE,
            // Starlink, Viasat, Hughes, Panasonic Avionics, Gogo
            Set.of(14593L, 7155L, 6621L, 64294L, 11167L),
            NetworkKind.MOBILE,
            // T-Mobile USA, Verizon Wireless, AT&T Mobility, EE, Three, Jio, NTT DOCOMO, T-Mobile Polska
            Set.of(21928L, 22394L, 6167L, 20057L, 12576L, 206067L, 55836L, 9605L, 12912L));

    /// In names, in lower case; the first that fits counts.
    private static final List<Word> WORDS = List.of(
            new Word("vpn", NetworkKind.VPN),
            new Word("m247", NetworkKind.VPN),
            new Word("datacamp", NetworkKind.VPN),
            new Word("zscaler", NetworkKind.RELAY),
            new Word("netskope", NetworkKind.RELAY),
            new Word("fastly", NetworkKind.RELAY),
            new Word("akamai", NetworkKind.RELAY),
            new Word("cloudflare", NetworkKind.RELAY),
            new Word("proxy", NetworkKind.RELAY),
            new Word("relay", NetworkKind.RELAY),
            new Word("hosting", NetworkKind.HOSTING),
            new Word("cloud", NetworkKind.HOSTING),
            new Word("datacenter", NetworkKind.HOSTING),
            new Word("amazon", NetworkKind.HOSTING),
            new Word("google", NetworkKind.HOSTING),
            new Word("microsoft", NetworkKind.HOSTING),
            new Word("digitalocean", NetworkKind.HOSTING),
            new Word("ovh", NetworkKind.HOSTING),
            new Word("hetzner", NetworkKind.HOSTING),
            new Word("linode", NetworkKind.HOSTING),
            new Word("leaseweb", NetworkKind.HOSTING),
            new Word("satellite", NetworkKind.SATELLITE),
            new Word("starlink", NetworkKind.SATELLITE),
            new Word("mobile", NetworkKind.MOBILE),
            new Word("wireless", NetworkKind.MOBILE),
            new Word("cellular", NetworkKind.MOBILE));

    private Operators() {}

    /// [NetworkKind#UNKNOWN] for all others.
    static NetworkKind kindOf(long asn, String operator) {
        for (Map.Entry<NetworkKind, Set<Long>> kind : NUMBERS.entrySet()) {
            if (kind.getValue().contains(asn)) {
                return kind.getKey();
            }
        }
        String name = operator.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> name.contains(word.text))
                .map(Word::kind)
                .findFirst()
                .orElse(NetworkKind.UNKNOWN);
    }

    private record Word(String text, NetworkKind kind) {}
}
