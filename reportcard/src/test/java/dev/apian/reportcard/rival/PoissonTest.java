// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonTest {

    /// P(X >= 1 | 1) = 1 - 1/e; P(X >= 2 | 1) = 1 - 2/e.
    @Test
    void smallCountsAgreeWithTheFormula() {
        assertThat(Poisson.surprise(0, 3)).isZero();
        assertThat(Poisson.surprise(1, 1)).isCloseTo(-Math.log10(1 - 1 / Math.E), within(1e-9));
        assertThat(Poisson.surprise(2, 1)).isCloseTo(-Math.log10(1 - 2 / Math.E), within(1e-9));
    }

    @Test
    void theTailAgreesWithASumTermByTerm() {
        for (var rate : new double[] {0.1, 1, 7.5, 40}) {
            var term = Math.exp(-rate);
            var below = 0.0;
            for (var count = 0; count < 30; count++) {
                if (1 - below > 1e-4) {
                    assertThat(Poisson.surprise(count, rate)).isCloseTo(-Math.log10(1 - below), within(1e-8));
                }
                below += term;
                term *= rate / (count + 1);
            }
        }
    }

    /// The first term of the tail is 0.01^100000 e^-0.01 / 100000!, and nothing else matters: ln 100000! is 1051299.22.
    @Test
    void farOutNothingUnderflows() {
        assertThat(Poisson.surprise(100_000, 0.01)).isCloseTo(200_000 + 1_051_299.22 / Math.log(10), within(0.1));
    }

    @Test
    void aCountAtALargeRateIsNoSurprise() {
        assertThat(Poisson.surprise(1_000_000, 1_000_000)).isCloseTo(Math.log10(2), within(1e-3));
        assertThat(Poisson.surprise(1, 1_000_000)).isZero();
    }

    @Test
    void logGammaIsTheLogarithmOfTheFactorial() {
        assertThat(Poisson.logGamma(1)).isCloseTo(0, within(1e-12));
        assertThat(Poisson.logGamma(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-9));
        assertThat(Poisson.logGamma(21)).isCloseTo(Math.log(2_432_902_008_176_640_000.0), within(1e-9));
    }

    @Test
    void aRateOfNoneIsRefused() {
        assertThatThrownBy(() -> Poisson.surprise(1, 0)).hasMessageContaining("give it a prior");
    }
}
