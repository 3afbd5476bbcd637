// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.testing.Saved;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateTest {

    private static final long HOUR = Scale.HOUR.micros();
    private static final Offset<Float> CLOSE = within(0.01f);

    private final Rate rate = new Rate();

    @ParameterizedTest
    @EnumSource
    void aWindowClosesWhenTheNextOneIsCalledIn(Scale scale) {
        assertThat(calls(rate, 3, 0, scale)).isZero();
        assertThat(rate.frozen().inWindow()).isEqualTo(3);
        assertThat(rate.count(scale.micros() - 1, scale)).isZero();

        assertThat(rate.count(scale.micros(), scale)).isEqualTo(4);
        assertThat(rate.frozen().inWindow()).isEqualTo(1);
    }

    @Test
    void onlyWindowsWithCallsCount() {
        calls(rate, 4, 0, Scale.HOUR);
        calls(rate, 6, 10 * HOUR, Scale.HOUR);
        rate.count(20 * HOUR, Scale.HOUR);

        assertThat(rate.frozen().windows()).isCloseTo(2, within(0.05f));
        assertThat(rate.frozen().sum() / rate.frozen().windows()).isCloseTo(5, within(0.05f));
    }

    @Test
    void oldWindowsFadeByHalfInThreeWeeks() {
        calls(rate, 8, 0, Scale.HOUR);
        rate.count(Rate.HALF_LIFE_MICROS, Scale.HOUR);

        assertThat(rate.frozen().windows()).isCloseTo(0.5f, CLOSE);
        assertThat(rate.frozen().sum()).isCloseTo(4, CLOSE);
        assertThat(rate.frozen().squares()).isCloseTo(32, CLOSE);
    }

    @Test
    void oneBurstDoesNotTeachThatBurstsAreUsual() {
        for (int hour = 0; hour < 50; hour++) {
            calls(rate, 10, hour * HOUR, Scale.HOUR);
        }
        calls(rate, 10_000, 50 * HOUR, Scale.HOUR);
        rate.count(51 * HOUR, Scale.HOUR);

        assertThat(rate.frozen().sum() / rate.frozen().windows()).isBetween(10f, 13f);
    }

    @Test
    void aSmallRateMayGrowToTwentyAtOnce() {
        calls(rate, 1, 0, Scale.HOUR);
        calls(rate, 20, HOUR, Scale.HOUR);
        rate.count(2 * HOUR, Scale.HOUR);

        assertThat(rate.frozen().sum()).isCloseTo(21, within(0.1f));
    }

    @Test
    void mergingAddsBothHistoriesAndTheWindowGoingOn() {
        Rate other = new Rate();
        calls(rate, 4, 0, Scale.HOUR);
        calls(rate, 1, HOUR, Scale.HOUR);
        calls(other, 6, 0, Scale.HOUR);
        calls(other, 2, HOUR, Scale.HOUR);
        rate.add(other, Scale.HOUR);

        assertThat(rate.frozen().inWindow()).isEqualTo(3);
        assertThat(rate.frozen().windows()).isCloseTo(2, CLOSE);
        assertThat(rate.frozen().sum()).isCloseTo(10, within(0.05f));
    }

    @Test
    void aWindowLeftOpenLongAgoIsNotLostInAMerge() {
        for (boolean olderFirst : new boolean[] {true, false}) {
            Rate older = new Rate();
            Rate newer = new Rate();
            calls(older, 40, 0, Scale.HOUR);
            calls(newer, 2, 5 * HOUR, Scale.HOUR);
            Rate sum = olderFirst ? older : newer;
            sum.add(olderFirst ? newer : older, Scale.HOUR);

            assertThat(sum.frozen().inWindow()).isEqualTo(2);
            assertThat(sum.frozen().windows()).isCloseTo(1, CLOSE);
            assertThat(sum.frozen().sum()).isCloseTo(40, within(0.4f));
            assertThat(sum.count(6 * HOUR, Scale.HOUR)).isEqualTo(2);
        }
    }

    @Test
    void mergingWithNothingChangesNothing() {
        calls(rate, 4, 0, Scale.HOUR);
        calls(rate, 1, HOUR, Scale.HOUR);
        byte[] before = Saved.bytes(rate::save);
        rate.add(new Rate(), Scale.HOUR);
        assertThat(Saved.bytes(rate::save)).isEqualTo(before);

        Rate nothing = new Rate();
        nothing.add(rate, Scale.HOUR);
        assertThat(Saved.bytes(nothing::save)).isEqualTo(before);
    }

    private static int calls(Rate rate, int times, long micros, Scale scale) {
        int closed = 0;
        for (int i = 0; i < times; i++) {
            closed += rate.count(micros, scale);
        }
        return closed;
    }
}
