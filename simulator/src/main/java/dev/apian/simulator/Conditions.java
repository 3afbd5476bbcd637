// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// How hard it is in a world to tell who is who.
///
/// @param carrierAddresses behind so many addresses a mobile carrier hides all of its phones in a country
/// @param oneCarrier whether a country has one carrier, who hides the lines at home behind the same addresses
/// @param households the share of customers who use the devices and the line of another, with a login of their own
/// @param throughGateway the share of customers who come through the portal of a reseller
/// @param gateways such portals
/// @param sharesKey the share of customer companies with a team that shares one key
/// @param partnersMin so many partners' applications at least
/// @param bareCredentials whether some portals and partners prove themselves by a client certificate, and some keys
/// come without the name of their client
/// @param answersLost how often the answer to a refresh is lost, so that it is asked again with the token before
/// @param vpn the share of customers whose calls end in another country through a VPN: three in four of them now and
/// then, the fourth always
/// @param phones the share of customers who use the app on a phone, two in five of them beside a browser. A bit more
/// than half of a phone's sessions come through a mobile network, and some change over to it
public record Conditions(
        int carrierAddresses,
        boolean oneCarrier,
        double households,
        double throughGateway,
        int gateways,
        double sharesKey,
        int partnersMin,
        boolean bareCredentials,
        double answersLost,
        double vpn,
        double phones) {

    /// As worlds are when nobody says otherwise.
    public static final Conditions USUAL = new Conditions(24, false, 0, 0.06, 1, 0.08, 6, false, 0.03, 0.2, 0.5);

    /// Hundreds of people behind one address, shared devices, all sorts of credentials.
    public static final Conditions HARD = new Conditions(1, true, 0.2, 0.1, 6, 0.25, 24, true, 0.1, 0.2, 0.5);

    /// A quarter behind VPNs and two thirds on phones, so that of all actors, staff and machines included, more than
    /// 20 % and 40 % are.
    public static final Conditions ON_THE_MOVE =
            new Conditions(24, false, 0, 0.06, 1, 0.08, 6, false, 0.03, 0.25, 0.66);

    public static final int CARRIER_ADDRESSES_MAX = 256;
    public static final int GATEWAYS_MAX = 100;

    public Conditions {
        List<String> wrong = new ArrayList<>();
        if (carrierAddresses < 1 || carrierAddresses > CARRIER_ADDRESSES_MAX) {
            wrong.add("carrierAddresses=%d; give 1 to %d".formatted(carrierAddresses, CARRIER_ADDRESSES_MAX));
        }
        if (gateways < 1 || gateways > GATEWAYS_MAX) {
            wrong.add("gateways=%d; give 1 to %d".formatted(gateways, GATEWAYS_MAX));
        }
        if (partnersMin < 1 || partnersMin > WorldSettings.ACTORS_MIN) {
            wrong.add("partnersMin=%d; give 1 to %d".formatted(partnersMin, WorldSettings.ACTORS_MIN));
        }
        share(wrong, "households", households);
        share(wrong, "throughGateway", throughGateway);
        share(wrong, "sharesKey", sharesKey);
        share(wrong, "answersLost", answersLost);
        share(wrong, "vpn", vpn);
        share(wrong, "phones", phones);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
    }

    private static void share(List<String> wrong, String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            wrong.add("%s=%s; give a share from 0 to 1".formatted(name, value));
        }
    }
}
