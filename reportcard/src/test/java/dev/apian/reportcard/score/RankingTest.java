// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static dev.apian.reportcard.score.Cases.attack;
import static dev.apian.reportcard.score.Cases.finding;
import static dev.apian.reportcard.score.Cases.score;
import static dev.apian.reportcard.score.Cases.truth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

    /// 4 actors, 10 days: one false alert is 25 per 1,000 actors and day.
    private static final Truth TWO_ATTACKS = truth(
            10,
            List.of("a", "b", "c", "d"),
            List.of(attack("walk", Set.of("a"), 100, 130), attack("walk", Set.of("b"), 100, 130)));

    @Test
    void averagePrecisionAddsThePrecisionAtEachAttackFound() {
        // By score: true (1 of 1), false, true (2 of 3): 1/2 x 1 + 1/2 x 2/3.
        MethodScore score = score(TWO_ATTACKS, 0, finding("a", 101, 0.9), finding("c", 5, 0.8), finding("b", 101, 0.7));
        assertThat(score.averagePrecision()).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(score.curve()).containsExactly(new CurvePoint(0.9, 0.5, 0), new CurvePoint(0.7, 1, 25));
    }

    @Test
    void furtherTrueAlertsOfAnAttackAreNeitherGainNorHarm() {
        MethodScore once = score(TWO_ATTACKS, 0, finding("a", 101, 0.9), finding("c", 5, 0.7), finding("b", 101, 0.6));
        MethodScore twice = score(
                TWO_ATTACKS,
                0,
                finding("a", 101, 0.9),
                finding("a", 130, 0.8),
                finding("c", 5, 0.7),
                finding("b", 101, 0.6));
        assertThat(twice.alerts()).isEqualTo(4);
        assertThat(twice.averagePrecision()).isEqualTo(once.averagePrecision());
        assertThat(twice.curve()).isEqualTo(once.curve());
    }

    @Test
    void alertsOfTheSameScoreEnterTogetherSoTheirOrderDoesNotMatter() {
        // One group of two true and two false: 2 of 4, for both attacks at once.
        MethodScore score = score(
                TWO_ATTACKS, 0, finding("a", 101, 1), finding("b", 101, 1), finding("c", 5, 1), finding("d", 5, 1));
        assertThat(score.averagePrecision()).isEqualTo(0.5);
        assertThat(score.curve()).containsExactly(new CurvePoint(1, 1, 50));
    }

    @Test
    void anAttackNeverFoundAddsNothing() {
        assertThat(score(TWO_ATTACKS, 0, finding("a", 101, 1)).averagePrecision())
                .isEqualTo(0.5);
    }

    @Test
    void theCutDoesNotChangeTheRanking() {
        Finding[] findings = {finding("a", 101, 0.9), finding("c", 5, 0.8), finding("b", 101, 0.7)};
        assertThat(score(TWO_ATTACKS, 0.85, findings).curve())
                .isEqualTo(score(TWO_ATTACKS, 0, findings).curve());
    }

    @Test
    void thePriceOfARecallIsTheFalseAlertsAtTheFirstCutThatReachesIt() {
        MethodScore score = score(TWO_ATTACKS, 0, finding("a", 101, 0.9), finding("c", 5, 0.8));
        assertThat(score.atRecall())
                .containsExactly(
                        new AtRecall(0.5, 0.9, 0.0), new AtRecall(0.8, null, null), new AtRecall(0.95, null, null));
    }

    @Test
    void theCurveEndsAtTheLowestCut() {
        MethodScore score = score(TWO_ATTACKS, 0, finding("a", 101, 0.9), finding("c", 5, 0.8), finding("d", 5, 0.7));
        assertThat(score.curve()).containsExactly(new CurvePoint(0.9, 0.5, 0), new CurvePoint(0.7, 0.5, 50));
    }

    @Test
    void onlyTheTwentyWorstAlertsOfADayAreRead() {
        // Day 4 begins at hour 96. 30 false alerts, of which 19 score above the true one; the other true one is not
        // read.
        List<String> actors = IntStream.range(0, 32).mapToObj(i -> "x" + i).toList();
        Truth truth = truth(
                10, actors, List.of(attack("walk", Set.of("x30"), 96, 110), attack("walk", Set.of("x31"), 96, 110)));
        Finding[] findings = IntStream.range(0, 32)
                .mapToObj(i -> finding("x" + i, 100, i == 30 ? 0.5 : i == 31 ? 0.01 : i < 19 ? 0.9 : 0.1))
                .toArray(Finding[]::new);
        assertThat(score(truth, 0, findings).dailyTop()).isEqualTo(new DailyTop(20, 1, 0.05));
    }

    @Test
    void everyDetectionAnswersForItsAlerts() {
        MethodScore score = score(TWO_ATTACKS, 0, finding("a", 101, 0.9), finding("c", 5, 0.8), finding("d", 5, 0.7));
        assertThat(score.reasons()).containsExactly(new Because("rule", 3, 1));
    }

    @Test
    void theDaysOfAllWorldsAreReadTogether() {
        // A false alert on day 0 and a true one on day 4, in each of two worlds.
        Judged world = new Judged(TWO_ATTACKS, List.of(finding("c", 5, 1), finding("a", 101, 0.2)));
        DailyTop top = Scoring.of("Apian", List.of(world, world), 0.2, 7).dailyTop();
        assertThat(top).isEqualTo(new DailyTop(4, 2, 0.5));
    }

    @Test
    void withoutWorldsThereIsNothingToSay() {
        MethodScore score = Scoring.of("Apian", List.of(), 0.5, 7);
        assertThat(score.averagePrecision()).isNull();
        assertThat(score.everyDay().perThousand()).isNull();
        assertThat(score.dailyTop()).isEqualTo(new DailyTop(0, 0, null));
    }

    @Test
    void theSameInputGivesTheSameScore() {
        Finding[] findings = {finding("a", 101, 0.9), finding("c", 5, 0.8), finding("b", 101, 0.7)};
        assertThat(score(TWO_ATTACKS, 0.5, findings)).isEqualTo(score(TWO_ATTACKS, 0.5, findings));
    }
}
