// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonSurpriseTest {

    /// One call an hour for two weeks: the rate is (2 + 2 x 336.5/336) / 4. Fifteen calls are not.
    @Test
    void tooManyCallsForTheHourAreFound() {
        var story = Calls.of("ann").times(336, 0, Calls.HOUR).times(15, 336 * Calls.HOUR, Calls.SECOND);
        var rate = (2 + 2 * 336.5 / 336) / 4;
        assertThat(Calls.findings(new PoissonSurprise(), story))
                .singleElement()
                .satisfies(finding -> assertThat(finding.score())
                        .isCloseTo(Poisson.surprise(15, rate), within(1e-9))
                        .isGreaterThan(5));
    }

    /// A hundred calls every Monday at nine surprise three times after the first week, then no more.
    @Test
    void aWeeklyHabitBecomesQuiet() {
        var story = Calls.of("ann").times(1_000, 0, Calls.HOUR);
        for (var week = 0; week < 5; week++) {
            story.times(100, (week * 168 + 100) * Calls.HOUR, Calls.SECOND);
        }
        assertThat(Calls.findings(new PoissonSurprise(), story))
                .extracting(finding -> finding.micros() / Calls.DAY / 7)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void theFirstWeekIsQuiet() {
        assertThat(Calls.findings(new PoissonSurprise(), Calls.of("ann").at(0).times(900, 6 * Calls.DAY, Calls.SECOND)))
                .isEmpty();
    }
}
