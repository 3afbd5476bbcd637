// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static dev.apian.reportcard.score.Cases.at;
import static dev.apian.reportcard.score.Cases.finding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

    @Test
    void findingsWithinADayOfTheFirstAreOneAlertWithTheLargestScore() {
        List<Alert> alerts = Alerts.merged(List.of(
                new Finding("a", at(1), 0.2, "first"),
                new Finding("a", at(20), 0.9, "second"),
                new Finding("a", at(25), 0.3, "third")));
        assertThat(alerts).containsExactly(new Alert("a", at(1), 0.9, "first", 3));
    }

    @Test
    void theDayCountsFromTheFirstFindingAndNotFromTheLast() {
        List<Alert> alerts = Alerts.merged(
                List.of(finding("a", 0, 1), finding("a", 20, 1), finding("a", 30, 1), finding("a", 53, 1)));
        assertThat(alerts).extracting(Alert::micros).containsExactly(at(0), at(30));
    }

    @Test
    void differentActorsAreNeverMerged() {
        assertThat(Alerts.merged(List.of(finding("a", 1, 1), finding("b", 1, 1))))
                .hasSize(2);
    }

    @Test
    void theOrderOfTheFindingsDoesNotMatter() {
        List<Finding> findings = List.of(finding("a", 30, 0.4), finding("a", 1, 0.2), finding("a", 3, 0.6));
        assertThat(Alerts.merged(findings)).isEqualTo(Alerts.merged(findings.reversed()));
        assertThat(Alerts.merged(findings)).extracting(Alert::score).containsExactly(0.6, 0.4);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(Alerts.merged(List.of())).isEmpty();
    }
}
