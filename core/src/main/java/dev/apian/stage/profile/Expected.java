// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.NegativeBinomial;
import org.jspecify.annotations.Nullable;

/// What a window with calls is expected to hold: the first call, and a gamma-Poisson number of further ones.
///
/// A posterior by conjugacy: the level of peers counts like [#PEER_WINDOWS] windows, the slow memory like its windows,
/// and both together like [#SLOW_WINDOWS] beside the fast memory. Counts are linear in the prior, so nothing jumps
/// when an actor becomes known. Dispersion is the method of moments, shrunk towards that of the peers.
///
/// @param further    calls beyond the first that are expected
/// @param dispersion variance beyond the mean, as a multiple of its square
public record Expected(double further, double dispersion) {

    /// Weight of what peers do, in windows.
    private static final double PEER_WINDOWS = 4;

    /// Weight of the slow memory beside the fast one, in windows.
    private static final double SLOW_WINDOWS = 6;

    /// Dispersion is shrunk towards that of peers as if so many windows had shown it.
    private static final double DISPERSION_WINDOWS = 20;

    /// What actors in sessions show, where peers do not tell.
    static final double DISPERSION_UNTOLD = 1.5;

    private static final double FURTHER_MIN = 0.02;
    private static final double DISPERSION_MIN = 0.02;

    /// The fast memory may raise what is expected to so many times the slow one. Whoever grows by a tenth a day then
    /// does twice what is expected of a day after two weeks, and 1.6 times what is expected of an hour.
    private static final double GROWTH_MAX = 2;

    /// @param level of peers, null if too little is known of them
    static Expected of(Past own, @Nullable Level level) {
        Maturity maturity = Maturity.of(own.windows());
        double peers = level == null ? 0 : PEER_WINDOWS;
        double prior = level == null ? 0 : level.mean();
        double ownFurther = Math.max(0, own.sum() - own.windows());
        double slow = (peers * prior + ownFurther) / Math.max(peers + own.windows(), Float.MIN_NORMAL);
        double lately = Math.max(0, own.fastSum() - own.fastWindows());
        double further = (SLOW_WINDOWS * slow + lately) / (SLOW_WINDOWS + own.fastWindows());
        if (maturity == Maturity.SETTLED) {
            further = Math.min(further, GROWTH_MAX * slow + 1);
        }
        double around = level == null ? DISPERSION_UNTOLD : level.dispersion(maturity);
        double dispersion =
                (own.windows() * moments(own) + DISPERSION_WINDOWS * around) / (own.windows() + DISPERSION_WINDOWS);
        return new Expected(Math.max(FURTHER_MIN, further), Math.max(DISPERSION_MIN, dispersion));
    }

    /// @param count    calls in a window with calls, 1 at least
    /// @param variance of the count
    static Expected of(double count, double variance) {
        double further = Math.max(FURTHER_MIN, count - 1);
        return new Expected(further, Math.max(DISPERSION_MIN, (variance - further) / (further * further)));
    }

    private static double moments(Past own) {
        if (own.windows() <= 0) {
            return 0;
        }
        double mean = own.mean();
        double further = Math.max(FURTHER_MIN, mean - 1);
        double variance = Math.max(0, own.squares() / own.windows() - mean * mean);
        return Math.max(0, variance - further) / (further * further);
    }

    /// The same in a window in which everybody does `factor` times as much as usual. Not everybody takes part alike:
    /// some have the new version and some do not, so that counts scatter more, by a variance as large as the rise.
    Expected times(double factor) {
        if (factor == 1) {
            return this;
        }
        double rise = (factor - 1) / factor;
        return new Expected(
                Math.max(FURTHER_MIN, factor * (1 + further) - 1), dispersion + rise * rise * (1 + dispersion));
    }

    /// Calls in a window with calls.
    double count() {
        return 1 + further;
    }

    double variance() {
        return further + dispersion * further * further;
    }

    /// Surprise of so many calls or more in nats, the negative logarithm of its nominal probability given that there
    /// are any. Nominal, because the law has lighter tails than people; see [Tail].
    double surprise(long count) {
        return -StrictMath.log(Math.max(Double.MIN_NORMAL, NegativeBinomial.tail(count - 1, further, variance())));
    }
}
