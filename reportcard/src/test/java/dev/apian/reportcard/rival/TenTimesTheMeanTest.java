// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TenTimesTheMeanTest {

    /// Two calls an hour for four days, then a hundred in one: 50 times the mean, known when the hour is over.
    @Test
    void anHourFarAboveTheMeanIsFound() {
        var story = Calls.of("ann").times(192, 0, Calls.HOUR / 2).times(100, 4 * Calls.DAY, Calls.SECOND);
        var findings = Calls.findings(new TenTimesTheMean(), story);
        assertThat(findings).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.actor()).isEqualTo("ann");
            assertThat(finding.score()).isCloseTo(50, within(1e-9));
            assertThat(finding.micros()).isEqualTo(4 * Calls.DAY + Calls.HOUR);
        });
        assertThat(findings).extracting("because").containsExactly("calls", "GET /v1/orders");
    }

    /// 25 calls among 96 hours of 10: 2.5 times in all, but 25 times the one an hour of that endpoint.
    @Test
    void anEndpointIsFoundInsideAnOrdinaryTotal() {
        var rest = Calls.of("ann").times(864, 0, Calls.HOUR / 9);
        var export = Calls.of("ann")
                .endpoint("GET /v1/export")
                .times(96, 1, Calls.HOUR)
                .times(25, 4 * Calls.DAY, Calls.SECOND);
        assertThat(Calls.findings(new TenTimesTheMean(), rest, export))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.because()).isEqualTo("GET /v1/export");
                    assertThat(finding.score()).isCloseTo(25, within(1e-9));
                });
    }

    @Test
    void silentHoursCount() {
        var story = Calls.of("ann").at(0).times(20, 4 * Calls.DAY, Calls.SECOND);
        assertThat(Calls.findings(new TenTimesTheMean(), story).getFirst().score())
                .isCloseTo(20 * 96, within(1e-9));
    }

    @Test
    void nineteenCallsAndTwoDaysOfHistoryAreTooFew() {
        var few = Calls.of("ann").at(0).times(19, 4 * Calls.DAY, Calls.SECOND);
        var young = Calls.of("bob").at(0).times(500, 2 * Calls.DAY, Calls.SECOND);
        assertThat(Calls.findings(new TenTimesTheMean(), few, young)).isEmpty();
    }
}
