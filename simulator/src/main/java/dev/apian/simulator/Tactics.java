// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Locale;

/// How an attack is done.
///
/// @param force how much is taken at a time, in (0, 1]: 1 is as much as anybody would notice, 0.1 a tenth of it and
///              spread over more time
/// @param vpn whether a thief from elsewhere hides behind a VPN that ends in the victim's country
public record Tactics(double force, boolean vpn) {

    public static final Tactics LOUD = new Tactics(1, false);
    public static final Tactics STEALTHY = new Tactics(0.15, false);

    private static final double LOUD_MIN = 0.7;

    public Tactics {
        if (!(force > 0 && force <= 1)) {
            throw new IllegalArgumentException("force=" + force + "; give more than 0 and at most 1");
        }
    }

    public Tactics throughVpn() {
        return new Tactics(force, true);
    }

    public boolean isLoud() {
        return force >= LOUD_MIN;
    }

    /// For example `stealthy vpn`.
    public String label() {
        return (isLoud() ? "loud" : "stealthy") + (vpn ? " vpn" : "");
    }

    /// So many of what would be this many at full force, at least some.
    int count(int most, int least) {
        return (int) Math.max(least, Math.round(most * force));
    }

    /// Stretches what takes so long at full force.
    long stretch(long length) {
        return (long) (length / force);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "force %.3f%s", force, vpn ? " vpn" : "");
    }
}
