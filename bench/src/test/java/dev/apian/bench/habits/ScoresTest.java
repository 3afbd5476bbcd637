// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoresTest {

    private final Scores scores = new Scores();

    @Test
    void theAreaIsOneIfAllThatWasSwappedIsOdder() {
        add(true, 5, 6);
        add(false, 1, 2, 3);

        assertThat(scores.area()).isEqualTo(1);
        assertThat(scores.hits(0.001)).isEqualTo(1);
    }

    @Test
    void whatIsEquallyOddIsHalfAChance() {
        add(true, 1, 1);
        add(false, 1, 1, 1);

        assertThat(scores.area()).isEqualTo(0.5);
        assertThat(scores.hits(0.5)).isZero();
    }

    @Test
    void hitsAreOverAllButTheShareOfFalseAlarms() {
        for (int i = 0; i < 100; i++) {
            add(false, i);
        }
        add(true, 97.5, 98.5, 99.5, 3);

        assertThat(scores.hits(0.01)).isEqualTo(0.5);
        assertThat(scores.hits(0.001)).isEqualTo(0.25);
    }

    @Test
    void withoutWeeksAsEverThereIsNoShareOfFalseAlarms() {
        add(true, 1);

        assertThat(scores.hits(0.01)).isNaN();
    }

    private void add(boolean swapped, double... values) {
        for (double value : values) {
            scores.add(swapped, value);
        }
    }
}
