// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NominalTest {

    @Test
    void aKeptPromiseHasTheRatioOne() {
        Estimate ratio = requireNonNull(new Nominal("10-100 a day", "person", 0.001, 10_000, 10).ratio());
        assertThat(ratio.value()).isCloseTo(1, within(1e-12));
        // Garwood's interval of 10 is 4.795 to 18.390 in every table.
        assertThat(ratio.low()).isCloseTo(0.4795, within(1e-4));
        assertThat(ratio.high()).isCloseTo(1.8390, within(1e-4));
    }

    @Test
    void noAlarmAtAllStillHasAnUpperLimit() {
        Estimate ratio = requireNonNull(new Nominal("10-100 a day", "person", 0.01, 100, 0).ratio());
        assertThat(ratio.low()).isZero();
        // 1 - 0.975 = exp(-3.689)
        assertThat(ratio.high()).isCloseTo(3.6889, within(1e-4));
    }

    @Test
    void theFormulaForLargeCountsTakesOverWithoutAStep() {
        Estimate exact = Poisson.interval(100);
        Estimate formula = Poisson.interval(101);
        assertThat(exact.low()).isCloseTo(81.364, within(1e-3));
        assertThat(exact.high()).isCloseTo(121.627, within(1e-3));
        assertThat(formula.low() - exact.low()).isBetween(0.85, 0.95);
        assertThat(formula.high() - exact.high()).isBetween(1.05, 1.15);
    }

    @Test
    void withoutTrialsThereIsNoRatio() {
        assertThat(new Nominal("never", "person", 0.01, 0, 0).ratio()).isNull();
    }

    @Test
    void aPromiseOfNothingIsRefused() {
        assertThatThrownBy(() -> new Nominal("10 a day", "person", 0, 10, 1)).hasMessageContaining("nominal=0.0");
    }
}
