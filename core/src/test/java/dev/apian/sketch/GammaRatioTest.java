// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaRatioTest {

    /// The ratio of two gamma variables of mean one is F-distributed; quantiles as printed in tables.
    @ParameterizedTest
    @CsvSource({
        "1, 1, 161.4476, 0.05",
        "2, 10, 4.1028, 0.05",
        "4, 10, 3.4780, 0.05",
        "5, 5, 5.0503, 0.05",
        "10, 20, 3.3682, 0.01",
        "30, 60, 1.8152, 0.025",
    })
    void theRatioIsFDistributed(double over, double under, double quantile, double beyond) {
        double exceeds = GammaRatio.exceeds(over / 2, over / 2, under / 2, under / 2, quantile);

        assertThat(exceeds).isCloseTo(beyond, within(2e-5));
    }

    @Test
    void anExponentialRateHasAClosedForm() {
        double exceeds = GammaRatio.exceeds(1, 2, 3, 5, 4);

        assertThat(exceeds).isCloseTo(StrictMath.pow(5.0 / (5 + 4 * 2), 3), within(1e-12));
    }

    @Test
    void equalRatesExceedEachOtherHalfOfTheTime() {
        assertThat(GammaRatio.exceeds(7, 3, 7, 3, 1)).isCloseTo(0.5, within(1e-11));
    }

    @Test
    void moreOftenTheSameIsSurer() {
        double few = GammaRatio.exceeds(20, 1, 1, 1, 10);
        double many = GammaRatio.exceeds(2_000, 100, 100, 100, 10);

        assertThat(few).as("20 calls after one").isBetween(0.6, 0.95);
        assertThat(many).as("2,000 after a hundred hours of one").isGreaterThan(0.999);
    }

    @Test
    void isNeverSureOfWhatWasHardlySeen() {
        assertThat(GammaRatio.exceeds(1_000, 1, 0.01, 1, 1e6)).isLessThan(1).isGreaterThan(0.9);
        assertThat(GammaRatio.exceeds(1, 1, 1, 1, 10)).isCloseTo(1 / 11.0, within(1e-12));
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatThrownBy(() -> GammaRatio.exceeds(0, 1, 1, 1, 10))
                .hasMessageStartingWith("shapeX=0.0 rateX=1.0")
                .hasMessageEndingWith("give positive numbers");
        assertThatThrownBy(() -> GammaRatio.exceeds(1, 1, 1, Double.NaN, 10)).hasMessageContaining("rateY=NaN");
    }
}
