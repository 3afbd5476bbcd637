// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedTest {

    private static final long DAY = Scale.DAY.micros();

    @Test
    void ofANewcomerWhatItsPeersDoIsExpected() {
        assertThat(Expected.of(Past.NONE, level(7))).isEqualTo(new Expected(7, 1.4));
    }

    @Test
    void ofAStrangerWithoutPeersHardlyAnything() {
        Expected stranger = Expected.of(Past.NONE, null);

        assertThat(stranger.count()).isCloseTo(1, within(0.05));
        assertThat(stranger.dispersion()).isEqualTo(1.5);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1, 2.9f, 3, 8, 11.9f})
    void whatIsExpectedIsLinearInWhatPeersDo(float windows) {
        Past own = past(windows, 5);
        double two = Expected.of(own, level(2)).further();
        double four = Expected.of(own, level(4)).further();
        double six = Expected.of(own, level(6)).further();

        assertThat(four - two).isCloseTo(six - four, within(1e-9)).isPositive();
    }

    @Test
    void peersFadeAsTheActorIsKnown() {
        double before = 50;
        for (float windows : new float[] {1, 3, 10, 50, 300}) {
            double now = Expected.of(past(windows, 10), level(50)).further();
            assertThat(now).isLessThan(before);
            before = now;
        }
        assertThat(before).isCloseTo(9, within(0.6));
    }

    @Test
    void nothingJumpsWhenAnActorBecomesKnown() {
        for (float edge : new float[] {Maturity.YOUNG_MIN, Maturity.SETTLED_MIN}) {
            double under = Expected.of(past(edge - 0.01f, 5), level(9)).further();
            double over = Expected.of(past(edge + 0.01f, 5), level(9)).further();

            assertThat(over).isCloseTo(under, within(0.02));
        }
    }

    @Test
    void theFastMemoryFollowsAChangeOfHabits() {
        Past changed = new Past(40, 40 * 4, 40 * 20, 6, 6 * 7);

        assertThat(Expected.of(changed, null).further()).isBetween(4.0, 5.0);
    }

    @Test
    void whoeverGrowsByATenthADayDoesTwiceWhatIsExpectedOfADayAfterTwoWeeks() {
        assertThat(leastOverExpected(Scale.DAY, 1)).isGreaterThanOrEqualTo(2);
    }

    /// A blind spot: many windows a day make the fast memory so sure that it follows more closely.
    @ParameterizedTest
    @EnumSource(
            value = Scale.class,
            names = {"TEN_MINUTES", "HOUR"})
    void whoeverGrowsByATenthADayDoesLessThanTwiceWhatIsExpectedOfAnHour(Scale scale) {
        assertThat(leastOverExpected(scale, 8)).isBetween(1.5, 2.0);
    }

    /// Of an actor that grows by a tenth a day from day 28 on: the least ratio of what it does to what is expected, two
    /// to six weeks later.
    private static double leastOverExpected(Scale scale, int windowsADay) {
        Rates rates = new Rates();
        double calls = 20;
        double least = Double.MAX_VALUE;
        for (int day = 0; day < 28 + 42; day++) {
            calls *= day >= 28 ? 1.1 : 1;
            if (day >= 28 + 14) {
                least = Math.min(
                        least, calls / Expected.of(rates.past(scale), null).count());
            }
            for (int window = 0; window < windowsADay; window++) {
                long micros = day * DAY + (8 + window) * Scale.HOUR.micros();
                rates.count(micros, (int) calls, (closed, start, count, before) -> {});
            }
        }
        return least;
    }

    @Test
    void whoeverDoesTheSameEveryDayIsExpectedToDoIt() {
        Rates rates = new Rates();
        for (int day = 0; day < 60; day++) {
            rates.count(day * DAY, 20, (closed, start, count, before) -> {});
        }

        assertThat(Expected.of(rates.past(Scale.DAY), null).count()).isCloseTo(20, within(0.1));
    }

    @Test
    void aWindowMayHoldManyTimesAsMuchWhenEverybodyDoesMore() {
        Expected usual = new Expected(3, 0.8);

        assertThat(usual.times(1)).isSameAs(usual);
        assertThat(usual.times(5).count()).isCloseTo(20, within(1e-9));
        assertThat(usual.times(5).surprise(60)).isLessThan(usual.surprise(60));
    }

    @Test
    void surpriseGrowsWithTheCountAndBeginsWithNone() {
        Expected usual = new Expected(3, 0.8);
        assertThat(usual.surprise(1)).isZero();
        for (int count = 2; count < 400; count++) {
            assertThat(usual.surprise(count)).isGreaterThan(usual.surprise(count - 1));
        }
    }

    @Test
    void whoeverScattersMoreSurprisesLess() {
        Past even = new Past(40, 40 * 5, 40 * 25, 0, 0);
        Past bursty = new Past(40, 40 * 5, 40 * 125, 0, 0);

        assertThat(Expected.of(bursty, null).surprise(30))
                .isLessThan(Expected.of(even, null).surprise(30) - 3);
    }

    @Test
    void aMeanAndAVarianceAreKept() {
        Expected of = Expected.of(4, 10);

        assertThat(of.count()).isEqualTo(4);
        assertThat(of.variance()).isCloseTo(10, within(1e-9));
    }

    private static Level level(double mean) {
        return new Level(1_000, mean, List.of(1.4, 1.2, 1.0));
    }

    /// So many windows of the same count, of which the fast memory has an eighth.
    private static Past past(float windows, float count) {
        return new Past(windows, windows * count, windows * count * count, windows / 8, windows / 8 * count);
    }
}
