// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {

    @Test
    void oneSignalWeighsWhatItSays() {
        assertThat(Risk.of(List.of(signal(Family.ENTITY, 0.4)))).isEqualTo(0.4);
    }

    @Test
    void nothingWeighsNothing() {
        assertThat(Risk.of(List.of())).isZero();
    }

    @Test
    void familiesAreIndependentEvidence() {
        assertThat(Risk.of(List.of(signal(Family.ENTITY, 0.4), signal(Family.VOLUME, 0.5))))
                .isEqualTo(0.7);
    }

    @Test
    void oneFamilyTwiceIsHardlyMoreThanOnce() {
        assertThat(Risk.of(List.of(signal(Family.ENTITY, 0.4), signal(Family.ENTITY, 0.4))))
                .isCloseTo(0.436, within(1e-9));
    }

    @Test
    void moreSignalsNeverLowerTheRiskInWhateverOrderTheyCame() {
        Random random = new Random(7);
        List<Family> families = List.of(Family.values());
        List<Signal> signals = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < 60; i++) {
            Family family = families.get(random.nextInt(families.size()));
            signals.add(signal(family, 0.01 + 0.3 * random.nextDouble()));
            double risk = Risk.of(signals);
            List<Signal> shuffled = new ArrayList<>(signals);
            Collections.shuffle(shuffled, random);

            assertThat(Risk.of(shuffled)).isCloseTo(risk, within(0.0011));
            assertThat(risk).isBetween(before, 1.0);
            before = risk;
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, LOW", "0.599, LOW", "0.6, MEDIUM", "0.75, HIGH", "0.93, CRITICAL", "1, CRITICAL"})
    void severityFollowsRisk(double risk, Alert.Severity severity) {
        assertThat(Risk.severity(risk)).isEqualTo(severity);
    }

    private static Signal signal(Family family, double strength) {
        return Signals.signal(family, strength, ZERO);
    }
}
