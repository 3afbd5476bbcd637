// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.GammaRatio;
import java.time.Duration;

/// What is usual for a count, as far as the profile knows.
///
/// Sealed so that no detector can forget the cold start: a switch over it must say what happens while learning.
public sealed interface Usual {

    /// Counts of windows with calls are one and a gamma-Poisson (negative binomial) number of further ones, with a
    /// tail that history has put right.
    ///
    /// @param window  what such a window is expected to hold, with all that everybody does more at the moment
    /// @param windows how many windows with calls this rests on, older ones weighing less
    /// @param ofPeers whether it is mostly what peers do, because the actor itself is not known well enough
    /// @param factor  how much more than usual everybody does at the moment, 1 at least
    /// @param hours   how often the actor is active in this hour of the week beside an average one, 1 at most
    /// @param tail    of the surprises of windows like this
    record Known(Expected window, double windows, boolean ofPeers, double factor, double hours, Tail tail)
            implements Usual {

        /// On an ordinary day, in an hour like any other, with the law as it is in books.
        public Known(double expected, double variance, double windows, boolean ofPeers) {
            this(Expected.of(expected, variance), windows, ofPeers, 1, 1, Tail.NOMINAL);
        }

        /// Calls in a window with calls.
        public double expected() {
            return window.count();
        }

        /// Probability of so many calls or more in a window with calls, if nothing has changed.
        public double probabilityOf(long observed) {
            double usually = tail.probability(window.surprise(observed) - StrictMath.log(hours));
            return Math.min(1, usually * (1 + TIDE_DOUBT * (factor - 1)));
        }

        /// The least count whose probability is at most `p`: the alarm count of a limit.
        public long countAt(double p) {
            long high = 1 + (long) expected();
            while (probabilityOf(high) > p && high < COUNT_MAX) {
                high *= 2;
            }
            long low = 0;
            while (low + 1 < high) {
                long middle = low + high >>> 1;
                if (probabilityOf(middle) > p) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        /// The count that 999 in 1,000 windows stay at or under.
        public long upper() {
            return countAt(1e-3) - 1;
        }

        /// Probability that the rate of a window with so many calls is at least `times` what is usual. Both rates
        /// are gamma-distributed: that of the window by its calls, the usual one by all calls before, which are
        /// worth as much as their bursts leave of them.
        public double probabilityOfRise(long observed, double times) {
            double calls = Math.max(1, windows) * expected() / (1 + window.dispersion() * window.further());
            return GammaRatio.exceeds((double) observed, 1, calls, calls / expected(), times);
        }

        /// Tails are those of ordinary times. While everybody does twice as much, what would be one in 10,000 happens
        /// five to twenty times as often (measured on release days of simulated worlds).
        private static final double TIDE_DOUBT = 10;

        private static final long COUNT_MAX = 1L << 40;
    }

    /// Too little history to say.
    record StillLearning(Duration learnedSoFar) implements Usual {}
}
