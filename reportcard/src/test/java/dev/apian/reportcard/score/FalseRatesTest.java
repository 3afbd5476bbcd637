// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static dev.apian.reportcard.score.Cases.attack;
import static dev.apian.reportcard.score.Cases.finding;
import static dev.apian.reportcard.score.Cases.occasion;
import static dev.apian.reportcard.score.Cases.score;
import static dev.apian.reportcard.score.Cases.truth;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FalseRatesTest {

    private static final List<String> FOUR = List.of("a", "b", "c", "d");

    @Test
    void falseAlertsAreHeldAgainstActorsAndDays() {
        // 4 actors for 5 days are 20 days of an actor; 2 alerts of 3 findings: 100 and 150 per 1,000.
        MethodScore score =
                score(truth(5, FOUR, List.of()), 0, finding("a", 1, 1), finding("a", 2, 1), finding("b", 50, 1));
        assertThat(score.everyDay().alerts()).isEqualTo(2);
        assertThat(score.everyDay().actorDays()).isEqualTo(20);
        assertThat(requireNonNull(score.everyDay().perThousand()).value()).isEqualTo(100);
        assertThat(score.everyDay().rawFindings()).isEqualTo(3);
        assertThat(score.everyDay().rawPerThousand()).isEqualTo(150);
    }

    @Test
    void theIntervalIsWiderIfOneActorMakesAllTheNoise() {
        Truth truth = truth(10, FOUR, List.of());
        MethodScore even =
                score(truth, 0, finding("a", 1, 1), finding("b", 1, 1), finding("c", 1, 1), finding("d", 1, 1));
        MethodScore one =
                score(truth, 0, finding("a", 1, 1), finding("a", 30, 1), finding("a", 60, 1), finding("a", 90, 1));
        // Every actor has one, so any draw of actors gives the same rate.
        assertThat(even.everyDay().perThousand()).isEqualTo(new Estimate(100, 100, 100));
        // The noisy one is drawn 0 times in 32 % and 3 times or more in 5 %: up to 3 x 4 in 40 days.
        assertThat(one.everyDay().perThousand()).isEqualTo(new Estimate(100, 0, 300));
    }

    @Test
    void actorsOfTheSameNameInTwoWorldsAreTwoActors() {
        Truth truth = truth(1, List.of("a"), List.of());
        MethodScore score = Scoring.of(
                "Apian", List.of(new Judged(truth, List.of(finding("a", 1, 1))), new Judged(truth, List.of())), 0, 7);
        assertThat(score.worlds()).isEqualTo(2);
        assertThat(score.everyDay().perThousand()).isEqualTo(new Estimate(500, 0, 1000));
    }

    @Test
    void releaseDaysAreCountedApart() {
        // The release of hour 30 to 31 makes the second of 4 days a release day; a release for one actor does not.
        Truth truth = truth(
                4,
                List.of("a", "b"),
                List.of(),
                occasion("release", "", 30, 31),
                occasion("release", "b", 60, 61),
                occasion("sale", "", 60, 61));
        MethodScore score = score(truth, 0, finding("a", 25, 1), finding("b", 80, 1));
        assertThat(score.releaseDays().alerts()).isEqualTo(1);
        assertThat(score.releaseDays().actorDays()).isEqualTo(2);
        assertThat(requireNonNull(score.releaseDays().perThousand()).value()).isEqualTo(500);
        assertThat(score.calmDays().alerts()).isEqualTo(1);
        assertThat(score.calmDays().actorDays()).isEqualTo(6);
    }

    @Test
    void aReleaseThatEndsAtMidnightDoesNotTouchTheNextDay() {
        Truth truth = truth(4, List.of("a"), List.of(), occasion("release", "", 20, 24));
        assertThat(score(truth, 0).releaseDays().actorDays()).isEqualTo(1);
    }

    @Test
    void withoutReleasesThereIsNoRateForTheirDays() {
        assertThat(score(truth(4, FOUR, List.of()), 0).releaseDays()).isEqualTo(new FalseAlerts(0, 0, null, 0, null));
    }

    @Test
    void alertsAfterTheEndBelongToTheLastDay() {
        Truth truth = truth(2, List.of("a"), List.of(), occasion("release", "", 30, 31));
        assertThat(score(truth, 0, finding("a", 49, 1)).releaseDays().alerts()).isEqualTo(1);
    }

    @Test
    void aTrueAlertIsNotFalseWhateverTheDay() {
        Truth truth = truth(2, List.of("a"), List.of(attack("walk", Set.of("a"), 3)), occasion("release", "", 0, 40));
        MethodScore score = score(truth, 0, finding("a", 3, 1));
        assertThat(score.releaseDays().alerts()).isZero();
        assertThat(score.releaseDays().rawFindings()).isZero();
    }

    @Test
    void aFindingAboutNobodyIsRefused() {
        assertThatThrownBy(() -> score(truth(2, FOUR, List.of()), 0, finding("ghost", 3, 1)))
                .hasMessageContaining("ghost");
    }

    @Test
    void falseAlertsAreHeldAgainstWhatElseWasGoingOn() {
        Truth truth = truth(
                10,
                FOUR,
                List.of(),
                occasion("journey", "a", 10, 20),
                occasion("sale", "", 40, 50),
                occasion("sale", "", 44, 46));
        MethodScore score = score(
                truth,
                0,
                finding("a", 15, 1), // journey
                finding("a", 43, 1), // the sale holds and the journey ended 23 hours ago: both
                finding("b", 45, 1), // two sales, counted once
                finding("c", 15, 1), // the journey is another's
                finding("d", 9, 1)); // nothing yet
        assertThat(score.coincidences())
                .containsExactly(new Coincidence("journey", 2), new Coincidence("none", 2), new Coincidence("sale", 2));
    }

    @Test
    void anOccasionThatEndedADayAgoExplainsNothing() {
        Truth truth = truth(10, FOUR, List.of(), occasion("journey", "a", 10, 20));
        assertThat(score(truth, 0, finding("a", 44, 1)).coincidences()).containsExactly(new Coincidence("none", 1));
    }
}
