// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Works out where a call came from. An address that is none leaves the origin's address empty; the call is
/// kept.
final class Places {

    /// A position told by a gateway comes from an address database, right to the town at best.
    static final double TOLD_RADIUS_KM = 50;

    private static final int NAME_BYTES_MAX = 128;
    private static final long AS_NUMBER_MAX = 0xffffffffL;

    /// Clients come again, and a network is worked out once for all who share an origin.
    private static final Remembered<Origin> BY_IPV4 = new Remembered<>(1 << 14, text -> new Origin(text.string()));

    private final TrustedProxies proxies;

    Places(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    Origin of(Draft draft, List<Text> forwarded) {
        Origin origin = address(draft, forwarded);
        boolean told = draft.has(Fact.COUNTRY)
                || draft.has(Fact.COUNTRY_HEADER)
                || draft.has(Fact.AS_NUMBER)
                || draft.has(Fact.LATITUDE)
                || draft.has(Fact.LOCATION)
                || draft.has(Fact.AS_NAME);
        return told ? told(draft, origin.ip()) : origin;
    }

    private Origin address(Draft draft, List<Text> forwarded) {
        Text client = draft.get(Fact.CLIENT_ADDRESS);
        Text peer = draft.get(Fact.PEER_ADDRESS);
        if (forwarded.isEmpty() && client != null && !client.isEmpty()) {
            Origin origin = plain(client);
            if (!origin.ip().isEmpty() || peer == null) {
                return origin;
            }
        }
        Address address = proxies.client(
                client == null ? null : Address.parse(client), peer == null ? null : Address.parse(peer), forwarded);
        return address == null ? Origin.UNKNOWN : new Origin(address.text());
    }

    private static Origin plain(Text text) {
        if (Address.isIpv4(text)) {
            return BY_IPV4.of(text);
        }
        Address address = Address.parse(text);
        return address == null ? Origin.UNKNOWN : new Origin(address.text());
    }

    private static Origin told(Draft draft, String ip) {
        double latitude = decimal(draft, Fact.LATITUDE);
        double longitude = decimal(draft, Fact.LONGITUDE);
        Text location = draft.get(Fact.LOCATION);
        int comma = location == null ? -1 : location.indexOf(',');
        if (location != null && comma > 0) {
            latitude = Numbers.decimal(location.sub(0, comma));
            longitude = Numbers.decimal(location.sub(comma + 1));
        }
        boolean placed = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return new Origin(
                ip,
                country(draft),
                placed ? latitude : Double.NaN,
                placed ? longitude : Double.NaN,
                placed ? TOLD_RADIUS_KM : 0,
                asNumber(draft),
                name(draft.get(Fact.AS_NAME)));
    }

    private static double decimal(Draft draft, Fact fact) {
        Text text = draft.get(fact);
        return text == null ? Double.NaN : Numbers.decimal(text);
    }

    /// Two letters. Cloudflare's XX (unknown) and T1 (Tor) are no countries.
    private static String country(Draft draft) {
        Text text = draft.get(draft.has(Fact.COUNTRY) ? Fact.COUNTRY : Fact.COUNTRY_HEADER);
        if (text == null || text.length() != 2 || text.is("xx")) {
            return "";
        }
        boolean good = Text.isLetter(text.at(0)) && Text.isLetter(text.at(1));
        return good ? text.string().toUpperCase(Locale.ROOT) : "";
    }

    private static long asNumber(Draft draft) {
        Text text = draft.get(Fact.AS_NUMBER);
        long number = text == null ? 0 : Numbers.whole(text.startsWith("as") ? text.sub(2) : text);
        return number < 0 || number > AS_NUMBER_MAX ? 0 : number;
    }

    private static String name(@Nullable Text text) {
        return text == null ? "" : text.head(NAME_BYTES_MAX).string();
    }
}
