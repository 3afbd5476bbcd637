// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void pairsAndCallsAreCounted() {
        // Found 8 holds three calls of actor 1 and one of actor 2; found 9 the other two of actor 2.
        IdentityScore score = IdentityScore.of(new int[] {1, 1, 1, 2, 2, 2}, new int[] {8, 8, 8, 8, 9, 9});
        // Found pairs: 6 in group 8 and 1 in 9, of which 3 + 1 are true; true pairs: 3 + 3.
        assertThat(score.pairPrecision()).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(score.pairRecall()).isCloseTo(4.0 / 6, within(1e-12));
        // Precision of each call: three times 3/4, once 1/4, twice 1; recall: three times 1, once 1/3, twice 2/3.
        assertThat(score.bCubedPrecision()).isCloseTo((3 * 0.75 + 0.25 + 2) / 6, within(1e-12));
        assertThat(score.bCubedRecall()).isCloseTo((3 + 1.0 / 3 + 4.0 / 3) / 6, within(1e-12));
        double p = 4.5 / 6;
        double r = 14.0 / 18;
        assertThat(score.bCubedF1()).isCloseTo(2 * p * r / (p + r), within(1e-12));
        assertThat(score.mostActorsInOne()).isEqualTo(2);
        assertThat(score.trueActors()).isEqualTo(2);
        assertThat(score.foundActors()).isEqualTo(2);
    }

    @Test
    void everythingInOneIsPerfectRecallAndPoorPrecision() {
        IdentityScore score = IdentityScore.of(new int[] {1, 2, 3, 4}, new int[] {0, 0, 0, 0});
        assertThat(score.pairPrecision()).isZero();
        assertThat(score.pairRecall()).isEqualTo(1);
        assertThat(score.bCubedPrecision()).isEqualTo(0.25);
        assertThat(score.bCubedRecall()).isEqualTo(1);
        assertThat(score.mostActorsInOne()).isEqualTo(4);
    }

    @Test
    void singletonsArePerfectPrecisionAndPoorRecall() {
        IdentityScore score = IdentityScore.of(new int[] {1, 1, 1, 1}, new int[] {1, 2, 3, 4});
        assertThat(score.pairPrecision()).isEqualTo(1);
        assertThat(score.pairRecall()).isZero();
        assertThat(score.bCubedPrecision()).isEqualTo(1);
        assertThat(score.bCubedRecall()).isEqualTo(0.25);
        assertThat(score.mostActorsInOne()).isEqualTo(1);
    }

    @Test
    void callsGivenToNobodyCostRecallAndCallsNotJudgedCostNothing() {
        // Judged: four calls of 1, two of them given to nobody. The last call is not judged.
        IdentityScore score = IdentityScore.of(new int[] {1, 1, 1, 1, -1}, new int[] {5, 5, -1, -1, 5});
        assertThat(score.calls()).isEqualTo(4);
        assertThat(score.unassigned()).isEqualTo(2);
        assertThat(score.pairPrecision()).isEqualTo(1);
        assertThat(score.pairRecall()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(score.bCubedPrecision()).isEqualTo(1);
        // Two calls with 2/4 of their actor, two with themselves, 1/4.
        assertThat(score.bCubedRecall()).isEqualTo((2 * 0.5 + 2 * 0.25) / 4);
    }

    @Test
    void pairsOfManyCallsDoNotOverflow() {
        int[] all = new int[200_000];
        Arrays.fill(all, 3);
        IdentityScore score = IdentityScore.of(all, all);
        assertThat(score.pairPrecision()).isEqualTo(1);
        assertThat(score.pairRecall()).isEqualTo(1);
        assertThat(Contingency.pairs(2_000_000_000L)).isEqualTo(1_999_999_999_000_000_000L);
    }

    @Test
    void noCallsMakeNoMistakes() {
        assertThat(IdentityScore.of(new int[0], new int[0])).isEqualTo(new IdentityScore(0, 0, 0, 0, 1, 1, 1, 1, 1, 0));
        assertThat(EndpointScore.of(new int[0], new int[0])).isEqualTo(new EndpointScore(0, 0, 0, 0, 1, 1, 1, 1));
    }

    @Test
    void anEndpointIsRightOnlyIfItHoldsExactlyItsCalls() {
        // True 1 is found as it is; true 2 is split; true 3 is whole but with a call of 4.
        EndpointScore score =
                EndpointScore.of(new int[] {1, 1, 1, 2, 2, 3, 3, 4, 4}, new int[] {10, 10, 10, 20, 21, 30, 30, 30, 40});
        assertThat(score.trueGroups()).isEqualTo(4);
        assertThat(score.foundGroups()).isEqualTo(5);
        assertThat(score.rightGroups()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(0.2);
        assertThat(score.recall()).isEqualTo(0.25);
        assertThat(score.f1()).isCloseTo(2.0 / 9, within(1e-12));
        assertThat(score.groupingAccuracy()).isCloseTo(3.0 / 9, within(1e-12));
    }

    @Test
    void anEndpointThatLacksAnUntemplatedCallIsNotRight() {
        EndpointScore score = EndpointScore.of(new int[] {1, 1, 2}, new int[] {5, -1, 6});
        assertThat(score.rightGroups()).isEqualTo(1);
        assertThat(score.groupingAccuracy()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void hitsMakeShares() {
        Hits hits = Hits.of(6, 2, 4);
        assertThat(hits.precision()).isEqualTo(0.75);
        assertThat(hits.recall()).isEqualTo(0.6);
        assertThat(hits.f1()).isCloseTo(2 * 0.75 * 0.6 / 1.35, within(1e-12));
        assertThat(Hits.of(0, 3, 3).f1()).isZero();
        assertThat(Hits.of(0, 0, 0).f1()).isEqualTo(1);
    }

    @Test
    void agreementIsHeldAgainstChance() {
        // The same groups by other names.
        assertThat(AdjustedRand.index(new int[] {1, 1, 2, 2}, new int[] {7, 7, 5, 5}))
                .isEqualTo(1);
        // Pairs: 6 in all, 2 true, 2 found, 0 in common: chance 4/6, most 2: (0 - 2/3) / (2 - 2/3).
        assertThat(AdjustedRand.index(new int[] {1, 1, 2, 2}, new int[] {7, 5, 7, 5}))
                .isCloseTo(-0.5, within(1e-12));
        // 3 + 1 true pairs and 1 + 1 found ones of 15, 2 in common: chance 8/15, most 3.
        assertThat(AdjustedRand.index(new int[] {1, 1, 1, 2, 2, 3}, new int[] {4, 4, 5, 6, 6, 7}))
                .isCloseTo((2 - 8.0 / 15) / (3 - 8.0 / 15), within(1e-12));
    }

    @Test
    void agreementOfNothingOrOfOneGroupIsPerfect() {
        assertThat(AdjustedRand.index(new int[0], new int[0])).isEqualTo(1);
        assertThat(AdjustedRand.index(new int[] {1, 1}, new int[] {2, 2})).isEqualTo(1);
        assertThat(AdjustedRand.index(new int[] {1, 1, 2}, new int[] {3, 3, 3})).isZero();
    }
}
