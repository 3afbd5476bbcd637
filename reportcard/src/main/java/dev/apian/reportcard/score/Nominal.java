// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import org.jspecify.annotations.Nullable;

/// A promised rate of false alarms beside the real one.
///
/// @param rateBucket how often the actors of this row call, for example `10-100 a day`
/// @param kindOfActor for example `person` or `machine`
/// @param nominal the promised rate per trial, in 0..1
/// @param trials how often it could have alarmed without cause
/// @param alarms how often it did
public record Nominal(String rateBucket, String kindOfActor, double nominal, long trials, long alarms) {

    public Nominal {
        if (!(nominal > 0 && nominal <= 1) || alarms < 0 || trials < alarms) {
            throw new IllegalArgumentException(rateBucket + ", " + kindOfActor + ": nominal=" + nominal + " trials="
                    + trials + " alarms=" + alarms + "; expected 0 < nominal <= 1 and 0 <= alarms <= trials");
        }
    }

    /// Real rate to promised rate: 1 is a kept promise, more is too loud. With the exact Poisson interval. Null without
    /// trials.
    public @Nullable Estimate ratio() {
        if (trials == 0) {
            return null;
        }
        double expected = nominal * trials;
        Estimate count = Poisson.interval(alarms);
        return new Estimate(alarms / expected, count.low() / expected, count.high() / expected);
    }
}
