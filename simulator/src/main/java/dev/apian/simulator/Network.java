// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A range of addresses that a provider hands out for one purpose in one country.
///
/// @param number the autonomous system
/// @param base the first IPv4 address
/// @param free how many low bits of it are free
/// @param sixth the first 32 bits of the provider's IPv6 addresses as text, or nothing
record Network(Kind kind, String country, int number, String organization, int base, int free, String sixth) {

    /// What a network is for.
    enum Kind {
        HOME,
        MOBILE,
        OFFICE,
        HOSTING,
        VPN,
        CRAWLER
    }

    /// Any address of the range.
    String anyAddress(Chance chance) {
        return address(chance.between(2, (1 << free) - 2));
    }

    /// One of a few addresses behind which a carrier hides all of its customers.
    String sharedAddress(Chance chance, int pool) {
        int spread = Math.max(1, (1 << free) / pool);
        return address(chance.below(Math.min(pool, 1 << free)) * spread + 7 % (1 << free));
    }

    /// The address with this offset in the range.
    String address(int offset) {
        int address = base + offset;
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }

    boolean speaksSix() {
        return !sixth.isEmpty();
    }

    /// An IPv6 address of one line: the line keeps its /64, the machine changes its half, as privacy
    /// extensions do.
    String sixthAddress(int line, Chance chance) {
        StringBuilder out = new StringBuilder(sixth);
        group(out, line >>> 16);
        group(out, line);
        for (int i = 0; i < 4; i++) {
            group(out, chance.below(0xFFFF));
        }
        return out.toString();
    }

    private static void group(StringBuilder out, int value) {
        out.append(':').append(Integer.toHexString((value & 0xFFFE) | 1));
    }
}
