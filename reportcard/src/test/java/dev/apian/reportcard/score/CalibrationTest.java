// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static dev.apian.reportcard.score.Cases.attack;
import static dev.apian.reportcard.score.Cases.finding;
import static dev.apian.reportcard.score.Cases.score;
import static dev.apian.reportcard.score.Cases.truth;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Truth TRUTH =
            truth(10, List.of("a", "b", "c", "d"), List.of(attack("walk", Set.of("a"), 10, 12)));

    @Test
    void riskIsHeldAgainstTheShareThatIsTrue() {
        Calibration calibration =
                requireNonNull(score(TRUTH, 0, finding("a", 11, 0.75), finding("b", 11, 0.71), finding("c", 11, 0.2))
                        .calibration());
        assertThat(calibration.buckets()).hasSize(2);
        Calibration.Bucket low = calibration.buckets().getFirst();
        assertThat(low).isEqualTo(new Calibration.Bucket(0.2, 0.3, 1, 0.2, 0));
        Calibration.Bucket high = calibration.buckets().getLast();
        assertThat(high.alerts()).isEqualTo(2);
        assertThat(high.meanRisk()).isCloseTo(0.73, within(1e-12));
        assertThat(high.shareTrue()).isEqualTo(0.5);
        // One alert off by 0.2 and two by 0.23.
        assertThat(calibration.expectedError()).isCloseTo((0.2 + 2 * 0.23) / 3, within(1e-12));
    }

    @Test
    void aRiskOfOneIsInTheLastBucket() {
        Calibration calibration =
                requireNonNull(score(TRUTH, 0, finding("a", 11, 1)).calibration());
        assertThat(calibration.buckets()).containsExactly(new Calibration.Bucket(0.9, 1, 1, 1, 1));
        assertThat(calibration.expectedError()).isZero();
    }

    @Test
    void scoresThatAreNoRisksAreNotCalibrated() {
        assertThat(score(TRUTH, 0, finding("a", 11, 0.5), finding("b", 11, 17)).calibration())
                .isNull();
    }
}
