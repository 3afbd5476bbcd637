// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static dev.apian.reportcard.score.Cases.attack;
import static dev.apian.reportcard.score.Cases.finding;
import static dev.apian.reportcard.score.Cases.score;
import static dev.apian.reportcard.score.Cases.truth;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetectionsTest {

    private static final List<String> ACTORS = List.of("a", "b", "c", "d");

    @Test
    void anAttackFoundBetweenItsCallsHasADelayAndADamage() {
        Truth truth = truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 11, 12, 13)));
        KindScore kind = score(truth, 0.5, finding("a", 12, 0.9)).kinds().getFirst();
        assertThat(kind.found()).isEqualTo(1);
        assertThat(kind.recall()).isEqualTo(new Estimate(1, 1, 1));
        assertThat(kind.medianHours()).isEqualTo(2.0);
        // The calls at 10 and 11 came strictly before, the one at 12 did not: 2 of 4.
        assertThat(kind.medianDamage()).isEqualTo(2.0);
        assertThat(kind.damageShare()).isEqualTo(0.5);
    }

    @Test
    void anAlertBeforeTheAttackIsFalseAndFindsNothing() {
        Truth truth = truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 12)));
        MethodScore score = score(truth, 0.5, finding("a", 9, 0.9));
        assertThat(score.overall().found()).isZero();
        assertThat(score.trueAlerts()).isZero();
        assertThat(score.everyDay().alerts()).isEqualTo(1);
    }

    /// A consequence of merging first: the alert of hour 9 takes the finding of hour 11 in.
    @Test
    void anEarlyFalseAlertNeitherHidesNorExcusesTheTrueOneOfTheNextDay() {
        Truth truth = truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 12)));
        MethodScore score = score(truth, 0.5, finding("a", 9, 0.6), finding("a", 11, 0.9));
        assertThat(score.overall().found()).isEqualTo(1);
        assertThat(score.alerts()).isEqualTo(2);
        assertThat(score.trueAlerts()).isEqualTo(1);
        assertThat(score.everyDay().alerts()).isEqualTo(1);
    }

    @Test
    void whatIsBelowTheCutIsNothing() {
        Truth truth = truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 12)));
        MethodScore score = score(truth, 0.5, finding("a", 11, 0.1), finding("a", 11.5, 0.9));
        assertThat(score.overall().medianHours()).isEqualTo(1.5);
        assertThat(score.alerts()).isEqualTo(1);
    }

    @Test
    void anAlertADayAfterTheLastCallIsTrueAndLaterOnesAreFalse() {
        Truth truth = truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 12)));
        assertThat(score(truth, 0, finding("a", 36, 1)).overall().found()).isEqualTo(1);
        assertThat(score(truth, 0, finding("a", 36.01, 1)).overall().found()).isZero();
    }

    @Test
    void anAlertAboutAnybodyElseFindsNothing() {
        Truth truth = truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 12)));
        assertThat(score(truth, 0, finding("b", 11, 1)).overall().found()).isZero();
    }

    @Test
    void anAttackByManyIsFoundByTheFirstAlertAboutAnyOfThem() {
        Truth truth = truth(10, ACTORS, List.of(attack("spray", Set.of("a", "b", "c"), 10, 12, 14)));
        MethodScore score = score(truth, 0, finding("c", 13, 1), finding("b", 11, 1));
        assertThat(score.overall().found()).isEqualTo(1);
        assertThat(score.overall().medianHours()).isEqualTo(1.0);
        assertThat(score.trueAlerts()).isEqualTo(2);
        assertThat(score.everyDay().alerts()).isZero();
    }

    @Test
    void oneAlertCanFindTwoAttacksOfOneActorIfItFallsIntoBoth() {
        Truth truth =
                truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 20), attack("spray", Set.of("a"), 15, 30)));
        assertThat(score(truth, 0, finding("a", 16, 1)).overall().found()).isEqualTo(2);
        assertThat(score(truth, 0, finding("a", 12, 1)).overall().found()).isEqualTo(1);
    }

    @Test
    void aMissedAttackIsAnInfiniteDelayAndAllOfItsCallsAreDamage() {
        // Delays 1 h, 3 h and never; damages 1 of 2, 2 of 2 and 2 of 2.
        Truth truth = truth(
                10,
                ACTORS,
                List.of(
                        attack("walk", Set.of("a"), 10, 12),
                        attack("walk", Set.of("b"), 10, 12),
                        attack("walk", Set.of("c"), 10, 12)));
        MethodScore score = score(truth, 0, finding("a", 11, 1), finding("b", 13, 1));
        KindScore kind = score.kinds().getFirst();
        assertThat(kind.medianHours()).isEqualTo(3.0);
        assertThat(kind.p90Hours()).isNull();
        assertThat(kind.medianDamage()).isEqualTo(2.0);
        assertThat(kind.damageShare()).isEqualTo((0.5 + 1 + 1) / 3);
        assertThat(score.hoursOfFound()).containsExactly(1.0, 3.0);
    }

    @Test
    void theMedianIsUnknownIfMostAttacksWereMissed() {
        Truth truth = truth(
                10,
                ACTORS,
                List.of(
                        attack("walk", Set.of("a"), 10),
                        attack("walk", Set.of("b"), 10),
                        attack("walk", Set.of("c"), 10)));
        assertThat(score(truth, 0, finding("a", 11, 1)).overall().medianHours()).isNull();
    }

    @Test
    void anAlertBelowTheCutFindsNothingAndOneAtTheCutDoes() {
        Truth truth = truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 12)));
        assertThat(score(truth, 0.5, finding("a", 11, 0.49)).overall().found()).isZero();
        assertThat(score(truth, 0.5, finding("a", 11, 0.5)).overall().found()).isEqualTo(1);
    }

    @Test
    void kindsAreCountedApartAndTheirIntervalsHoldTheirRecall() {
        Truth truth = truth(
                10,
                ACTORS,
                List.of(
                        attack("walk", Set.of("a"), 10),
                        attack("spray", Set.of("b"), 10),
                        attack("walk", Set.of("c"), 10),
                        attack("walk", Set.of("d"), 10)));
        MethodScore score = score(truth, 0, finding("a", 10, 1), finding("c", 10, 1));
        assertThat(score.kinds()).extracting(KindScore::kind).containsExactly("spray", "walk");
        assertThat(score.kinds()).extracting(KindScore::attacks).containsExactly(1, 3);
        assertThat(score.kinds()).extracting(KindScore::found).containsExactly(0, 2);
        // Three draws of two hits in three: none is a hit in 1 of 27, so 0 and 1 are both within 95 %.
        assertThat(score.kinds().getLast().recall()).isEqualTo(new Estimate(2.0 / 3, 0, 1));
        assertThat(score.overall().recall()).extracting(Estimate::value).isEqualTo(0.5);
    }

    @Test
    void withoutAttacksThereIsNoRecallAndNoDelay() {
        MethodScore score = score(truth(10, ACTORS, List.of()), 0, finding("a", 1, 1));
        assertThat(score.overall()).isEqualTo(new KindScore("all", "", 0, 0, null, null, null, null, null));
        assertThat(score.kinds()).isEmpty();
        assertThat(score.averagePrecision()).isNull();
        assertThat(score.curve()).isEmpty();
    }

    @Test
    void withoutFindingsEverythingIsMissed() {
        MethodScore score = score(truth(10, ACTORS, List.of(attack("walk", Set.of("a"), 10, 12))), 0);
        assertThat(score.overall().recall()).isEqualTo(new Estimate(0, 0, 0));
        assertThat(score.overall().damageShare()).isEqualTo(1.0);
        assertThat(score.everyDay().perThousand()).isEqualTo(new Estimate(0, 0, 0));
        assertThat(score.averagePrecision()).isZero();
        assertThat(score.dailyTop().precision()).isNull();
        assertThat(score.calibration()).isNull();
    }
}
