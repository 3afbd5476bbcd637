// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// What a network is for, and so how much an address in it tells of where somebody is.
///
/// New kinds go to the end: saved calls hold the place in this list.
public enum NetworkKind {
    UNKNOWN("an unknown kind of network"),
    /// Lines of homes.
    RESIDENTIAL("a residential network"),
    /// Phones: many share a gateway, which may be far from all of them.
    MOBILE("a mobile network"),
    /// Companies, schools, authorities.
    CORPORATE("a company's network"),
    /// Rented servers: where programs run, and where VPNs of one's own end.
    HOSTING("a hosting provider"),
    /// Chosen by its users to be seen elsewhere.
    VPN("a VPN"),
    /// Proxies that a device or a company uses without choosing a place.
    RELAY("a relay"),
    /// The ground station may be in another country.
    SATELLITE("a satellite network"),
    /// The company's own way out: colleagues come out of it from anywhere, so its place says nothing of where somebody
    /// is, and it is no hiding place either. Only people can tell, no database does.
    EGRESS("the company's own way out");

    private final String text;

    NetworkKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean isKnown() {
        return this != UNKNOWN;
    }

    /// Whether people are elsewhere than the address says, as a rule.
    public boolean hidesPlace() {
        return switch (this) {
            case VPN, RELAY, HOSTING, SATELLITE -> true;
            case UNKNOWN, RESIDENTIAL, MOBILE, CORPORATE, EGRESS -> false;
        };
    }
}
