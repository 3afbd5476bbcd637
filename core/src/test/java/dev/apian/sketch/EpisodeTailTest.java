// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;

class EpisodeTailTest {

    private final EpisodeTail tail = new EpisodeTail();

    @Test
    void theFartherTheLessProbable() {
        for (double far = 0.5; far < 50; far += 0.5) {
            assertThat(tail.probability(far)).isLessThan(tail.probability(far - 0.5));
        }
        assertThat(tail.probability(0)).isEqualTo(1);
    }

    @Test
    void farIsTheOtherWayRound() {
        for (double probability : new double[] {0.5, 0.1, 0.01, 1e-3, 1e-6}) {
            assertThat(tail.probability(tail.far(probability))).isCloseTo(probability, within(probability * 1e-9));
        }
    }

    @Test
    void itLearnsHowOftenEpisodesAre() {
        episodes(500, 100, 4);

        assertThat(tail.probability(3)).isCloseTo(0.01, within(0.001));
    }

    @Test
    void highPeaksMakeHighPeaksMoreProbable() {
        double before = tail.probability(30);
        episodes(500, 100, 25);

        assertThat(tail.probability(30)).isGreaterThan(100 * before);
    }

    @Test
    void lowPeaksDoNotMakeHighOnesProbable() {
        episodes(500, 100, 3.2);

        assertThat(tail.probability(30)).isLessThan(1e-6);
    }

    @Test
    void valuesInARowAreOneEpisode() {
        EpisodeTail apart = new EpisodeTail();
        for (int i = 0; i < 10_000; i++) {
            tail.learn(i % 100 < 20 ? 5 : 1, 1, 1);
            apart.learn(i % 100 < 1 ? 5 : 1, 1, 1);
        }

        assertThat(tail.probability(5)).isCloseTo(apart.probability(5), within(1e-4));
    }

    @Test
    void aRestartChangesNothing() {
        episodes(10, 30, 5);
        tail.learn(8, 1, 1);
        EpisodeTail restarted = Saved.through(tail::save, new EpisodeTail(), EpisodeTail::load);
        tail.learn(1, 1, 1);
        restarted.learn(1, 1, 1);

        assertThat(restarted.probability(7)).isEqualTo(tail.probability(7));
    }

    private void episodes(int count, int apart, double peak) {
        for (int i = 0; i < count * apart; i++) {
            tail.learn(i % apart == 0 ? peak : 1, 1, 1);
        }
    }
}
