// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeverSeenBeforeTest {

    /// One endpoint weighs 1; half an hour later a country with another network weighs 3 + 2 more.
    @Test
    void whatIsNewAfterAWeekIsFoundAndAddsUpForADay() {
        var story = Calls.of("ann")
                .at(0)
                .endpoint("GET /v1/export")
                .at(8 * Calls.DAY)
                .from("198.51.100.7", "BR", -23.5, -46.6, 27699)
                .at(8 * Calls.DAY + Calls.HOUR / 2);
        assertThat(Calls.findings(new NeverSeenBefore(), story))
                .extracting("score")
                .containsExactly(1.0, 6.0);
    }

    @Test
    void afterADayItStartsAnew() {
        var story = Calls.of("ann")
                .at(0)
                .endpoint("GET /v1/export")
                .at(8 * Calls.DAY)
                .endpoint("GET /v1/invoices")
                .at(9 * Calls.DAY);
        assertThat(Calls.findings(new NeverSeenBefore(), story))
                .extracting("score")
                .containsExactly(1.0, 1.0);
    }

    @Test
    void theFirstWeekAndTheSecondTimeAreQuiet() {
        var story = Calls.of("ann")
                .at(0)
                .endpoint("GET /v1/export")
                .at(6 * Calls.DAY)
                .at(9 * Calls.DAY);
        assertThat(Calls.findings(new NeverSeenBefore(), story)).isEmpty();
    }
}
