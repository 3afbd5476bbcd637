// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.NegativeBinomial;
import java.time.Duration;

/// What is usual for a count, as far as the profile knows.
///
/// Sealed so that no detector can forget the cold start: a switch over it must say what happens while learning.
public sealed interface Usual {

    /// Counts vary around `expected` with `variance`; their law is the gamma-Poisson (negative binomial).
    ///
    /// @param windows how many windows with calls this rests on, older ones weighing less
    /// @param ofPeers whether it is what peers do, because the actor itself is not known well enough
    record Known(double expected, double variance, double windows, boolean ofPeers) implements Usual {

        /// Probability of so many calls or more, if nothing has changed.
        public double probabilityOf(long observed) {
            return NegativeBinomial.tail(observed, expected, variance);
        }

        /// The count that 999 in 1,000 windows stay at or under.
        public long upper() {
            return NegativeBinomial.upper(1e-3, expected, variance);
        }
    }

    /// Too little history to say.
    record StillLearning(Duration learnedSoFar) implements Usual {}
}
