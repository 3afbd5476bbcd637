// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {

    @Test
    void theLawInBooksIsLeftAsItIs() {
        for (double surprise = 0; surprise < 40; surprise += 0.5) {
            assertThat(Tail.NOMINAL.probability(surprise) / StrictMath.exp(-surprise))
                    .isCloseTo(1, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.018, 0.15, 1.6", "0.1, 0.35, 3", "0.001, 0, 0.5", "0.3, 0, 1"})
    void moreSurpriseIsNeverMoreProbable(double share, double shape, double scale) {
        Tail tail = new Tail(share, shape, scale);
        double before = 1;
        for (double surprise = 0; surprise < 700; surprise += 0.01) {
            double now = tail.probability(surprise);
            assertThat(now).isBetween(0.0, before);
            before = now;
        }
    }

    @ParameterizedTest
    @CsvSource({"0.018, 0.15, 1.6", "0.1, 0.35, 3", "0.019, 0, 1"})
    void nothingJumpsAtTheThreshold(double share, double shape, double scale) {
        Tail tail = new Tail(share, shape, scale);
        double under = tail.probability(Tail.THRESHOLD - 1e-9);
        double over = tail.probability(Tail.THRESHOLD);

        assertThat(under / over).isBetween(1.0, 1.03);
    }

    /// Nothing is known between none and the threshold, so where tails are lighter than in books there is a step.
    @Test
    void whereTailsAreLighterThereIsAStepAtTheThreshold() {
        Tail light = new Tail(0.009, 0, 1);

        assertThat(light.probability(Tail.THRESHOLD - 1e-9) / light.probability(Tail.THRESHOLD))
                .isCloseTo(2, within(0.1));
    }

    @Test
    void heavierTailsMakeTheSameSurpriseOrdinary() {
        assertThat(Tail.UNTOLD.probability(12)).isGreaterThan(10 * Tail.NOMINAL.probability(12));
    }

    @Test
    void refusesWhatIsNoTail() {
        assertThatThrownBy(() -> new Tail(0, 0.1, 1)).hasMessageContaining("share in 0..1");
        assertThatThrownBy(() -> new Tail(0.02, 0.5, 1)).hasMessageContaining("shape in 0..0.35");
        assertThatThrownBy(() -> new Tail(0.02, 0.1, Double.NaN)).hasMessageContaining("scale above 0");
    }

    @Test
    void aTailIsTheSameAfterARestart() {
        assertThat(Saved.sent(Tail.UNTOLD::save, Tail::read)).isEqualTo(Tail.UNTOLD);
    }
}
