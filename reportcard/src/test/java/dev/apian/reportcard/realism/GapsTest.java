// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GapsTest {

    private static final long SECOND = 1_000_000;

    @Test
    void aClockHasBurstinessMinusOneAndNoMemory() {
        assertThat(gaps(0, 60, 120, 180, 240).burstiness()).isEqualTo(-1);
        assertThat(gaps(0, 60, 120, 180, 240).memory()).isZero();
    }

    /// Gaps 1, 1, 1, 97: mean 25, deviation 24 times the root of three.
    @Test
    void burstsArePositive() {
        var deviation = 24 * Math.sqrt(3);
        assertThat(gaps(0, 1, 2, 3, 100).burstiness()).isCloseTo((deviation - 25) / (deviation + 25), within(1e-12));
    }

    @Test
    void longAndShortInTurnHaveMemoryMinusOneAndRunsHavePlus() {
        assertThat(gaps(0, 1, 10, 11, 20, 21).memory()).isCloseTo(-1, within(1e-12));
        assertThat(gaps(0, 1, 2, 3, 13, 23, 33).memory()).isPositive();
    }

    @Test
    void whatHappensWithinASecondIsOneAct() {
        var acts = new History.Acts(new long[] {0, 1, SECOND - 1, 5 * SECOND}, new int[4]);
        assertThat(Gaps.of(acts).seconds()).containsExactly(5);
    }

    @Test
    void theHourIsConcentratedAtOneTimeAndNotAroundTheClock() {
        assertThat(Gaps.hourConcentration(acts(0, 86_400, 2 * 86_400))).isCloseTo(1, within(1e-9));
        assertThat(Gaps.hourConcentration(acts(0, 21_600, 43_200, 64_800))).isCloseTo(0, within(1e-9));
    }

    private static Gaps gaps(long... seconds) {
        return Gaps.of(acts(seconds));
    }

    private static History.Acts acts(long... seconds) {
        var micros = new long[seconds.length];
        for (var i = 0; i < micros.length; i++) {
            micros[i] = seconds[i] * SECOND;
        }
        return new History.Acts(micros, new int[micros.length]);
    }
}
