// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZScoreTest {

    /// Hours of 0 and 20 in turn: mean 10, deviation 10; 80 calls are seven deviations above.
    @Test
    void anHourSevenDeviationsAboveIsFound() {
        var story = Calls.of("ann");
        for (var hour = 0; hour < 96; hour += 2) {
            story.times(20, hour * Calls.HOUR, Calls.MINUTE);
        }
        story.times(80, 96 * Calls.HOUR, Calls.SECOND);
        assertThat(Calls.findings(new ZScore(), story))
                .singleElement()
                .satisfies(finding -> assertThat(finding.score()).isCloseTo(7, within(1e-9)));
    }

    @Test
    void aSteadyJobIsQuietAndADeviationOfNoneIsTakenAsOneCall() {
        var story = Calls.of("job").times(96 * 4, 0, Calls.HOUR / 4).times(9, 96 * Calls.HOUR, Calls.SECOND);
        assertThat(Calls.findings(new ZScore(), story))
                .singleElement()
                .satisfies(finding -> assertThat(finding.score()).isCloseTo(5, within(1e-9)));
    }

    @Test
    void theFirstDaysAreQuiet() {
        assertThat(Calls.findings(new ZScore(), Calls.of("ann").at(0).times(900, Calls.DAY, Calls.SECOND)))
                .isEmpty();
    }
}
