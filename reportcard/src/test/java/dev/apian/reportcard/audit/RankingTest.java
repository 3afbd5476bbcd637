// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import static dev.apian.reportcard.audit.Ranking.Role.LEFT_OUT;
import static dev.apian.reportcard.audit.Ranking.Role.NEGATIVE;
import static dev.apian.reportcard.audit.Ranking.Role.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void whatSeparatesPerfectlyHasOneInTheRightDirection() {
        var ranking = new Ranking(new float[] {-3, 9, 1, 8});
        var roles = new Ranking.Role[] {NEGATIVE, POSITIVE, NEGATIVE, POSITIVE};
        assertThat(ranking.averagePrecision(roles, true)).isEqualTo(1);
        // From below they come third and fourth: (1/3 + 2/4) / 2.
        assertThat(ranking.averagePrecision(roles, false)).isCloseTo(5 / 12.0, within(1e-12));
    }

    /// First step: one of two; second step: all three of five. (1/2 + 2 x 3/5) / 3.
    @Test
    void equalValuesAreOneStepWhateverTheirOrder() {
        var values = new float[] {7, 7, 5, 5, 5};
        var expected = (0.5 + 2 * 0.6) / 3;
        assertThat(new Ranking(values)
                        .averagePrecision(new Ranking.Role[] {POSITIVE, NEGATIVE, POSITIVE, POSITIVE, NEGATIVE}, true))
                .isCloseTo(expected, within(1e-12));
        assertThat(new Ranking(values)
                        .averagePrecision(new Ranking.Role[] {NEGATIVE, POSITIVE, NEGATIVE, POSITIVE, POSITIVE}, true))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void oneValueForAllIsTheBaseRate() {
        var roles = new Ranking.Role[] {POSITIVE, NEGATIVE, NEGATIVE, NEGATIVE};
        assertThat(new Ranking(new float[4]).averagePrecision(roles, true)).isEqualTo(0.25);
    }

    @Test
    void chanceHasAboutTheBaseRate() {
        var random = new Random(5);
        var values = new float[20_000];
        var roles = new Ranking.Role[values.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
            roles[i] = i % 20 == 0 ? POSITIVE : NEGATIVE;
        }
        assertThat(new Ranking(values).averagePrecision(roles, true)).isCloseTo(0.05, within(0.01));
    }

    @Test
    void withoutPositivesItIsNoneAndWhatIsLeftOutDoesNotCount() {
        var ranking = new Ranking(new float[] {3, 2, 1});
        var roles = new Ranking.Role[3];
        Arrays.fill(roles, NEGATIVE);
        assertThat(ranking.averagePrecision(roles, true)).isZero();
        assertThat(ranking.averagePrecision(new Ranking.Role[] {LEFT_OUT, POSITIVE, NEGATIVE}, true))
                .isEqualTo(1);
    }
}
