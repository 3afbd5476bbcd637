// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.reportcard.score.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningTest {

    /// 100 actors for 10 days with a budget of 2 per 1,000 actors and day: two alerts are allowed.
    @Test
    void theLimitIsTheLowestScoreWithinTheBudget() {
        var findings = List.of(at("ann", 0, 3), at("bob", 0, 5), at("cleo", 0, 4), at("dan", 0, 9));
        assertThat(Tuning.limit(findings, 100, 10, 2)).isEqualTo(5);
    }

    @Test
    void findingsOfOneActorWithinADayAreOneAlert() {
        var findings = List.of(at("ann", 0, 3), at("ann", 23, 4), at("ann", 24, 5));
        assertThat(Tuning.limit(findings, 100, 10, 2)).isZero();
        assertThat(Tuning.limit(findings, 100, 10, 1)).isEqualTo(4);
    }

    @Test
    void aTieAtTheTopBeyondTheBudgetLetsNothingPass() {
        var findings = List.of(at("ann", 0, 7), at("bob", 0, 7));
        assertThat(Tuning.limit(findings, 100, 10, 1)).isGreaterThan(7).isLessThan(7.001);
    }

    @Test
    void withoutFalseFindingsEverythingPasses() {
        assertThat(Tuning.limit(List.of(), 100, 10, 1)).isZero();
    }

    @Test
    void theSameNameInTwoWorldsIsTwoActors() {
        var worlds = List.of(List.of(at("ann", 0, 3)), List.of(at("ann", 0, 4)));
        assertThat(Tuning.limit(worlds, 1_000, 1)).isEqualTo(4);
    }

    private static Finding at(String actor, int hour, double score) {
        return new Finding(actor, hour * Calls.HOUR, score, "test");
    }
}
