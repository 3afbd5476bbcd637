// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.testing.Saved;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatesTest {

    private static final long HOUR = Scale.HOUR.micros();
    private static final Offset<Float> CLOSE = within(0.01f);

    private final Rates rates = new Rates();
    private final List<Closed> closed = new ArrayList<>();

    private record Closed(Scale scale, long start, int count, Past before) {}

    @ParameterizedTest
    @EnumSource
    void aWindowClosesWhenTheNextOneIsCalledIn(Scale scale) {
        calls(rates, 3, 0);
        calls(rates, 1, scale.micros() - 1);
        assertThat(rates.inWindow(scale)).isEqualTo(4);
        assertThat(closed).filteredOn(window -> window.scale == scale).isEmpty();

        calls(rates, 1, scale.micros());
        assertThat(closed).contains(new Closed(scale, 0, 4, Past.NONE));
        assertThat(rates.frozen().inWindow(scale)).isEqualTo(1);
    }

    @Test
    void onlyWindowsWithCallsCount() {
        calls(rates, 4, 0);
        calls(rates, 6, 10 * HOUR);
        calls(rates, 1, 20 * HOUR);

        assertThat(hour().windows()).isCloseTo(2, within(0.05f));
        assertThat(hour().mean()).isCloseTo(5, within(0.05f));
    }

    @Test
    void oldWindowsFadeByHalfInThreeWeeks() {
        calls(rates, 8, 0);
        calls(rates, 1, Rates.SLOW_MICROS);

        assertThat(hour().windows()).isCloseTo(0.5f, CLOSE);
        assertThat(hour().sum()).isCloseTo(4, CLOSE);
        assertThat(hour().squares()).isCloseTo(32, CLOSE);
    }

    @Test
    void theOtherMemoryFadesByHalfInThreeDays() {
        calls(rates, 8, 0);
        calls(rates, 1, Rates.FAST_MICROS);

        assertThat(hour().fastWindows()).isCloseTo(0.5f, CLOSE);
        assertThat(hour().fastSum()).isCloseTo(4, CLOSE);
        assertThat(hour().windows()).as("the slow one hardly").isCloseTo(0.906f, CLOSE);
    }

    @Test
    void theFastMemoryFollowsAChangeThatTheSlowOneHasNotSeen() {
        long now = 0;
        for (int day = 0; day < 42; day++) {
            now = day * Scale.DAY.micros();
            calls(rates, day < 36 ? 5 : 20, now);
        }
        calls(rates, 1, now + Scale.DAY.micros());

        Past day = rates.past(Scale.DAY);
        assertThat(day.fastSum() / day.fastWindows()).isBetween(14f, 20f);
        assertThat(day.mean()).isBetween(7f, 10f);
    }

    @Test
    void oneBurstDoesNotTeachThatBurstsAreUsual() {
        for (int hour = 0; hour < 50; hour++) {
            calls(rates, 10, hour * HOUR);
        }
        calls(rates, 10_000, 50 * HOUR);
        calls(rates, 1, 51 * HOUR);

        assertThat(hour().mean()).isBetween(10f, 12f);
    }

    @Test
    void aSmallRateMayGrowToTwelveAtOnce() {
        calls(rates, 1, 0);
        calls(rates, 12, HOUR);
        calls(rates, 1, 2 * HOUR);

        assertThat(hour().sum()).isCloseTo(13, within(0.1f));
        assertThat(hour().windows()).isCloseTo(2, CLOSE);
    }

    @Test
    void afterAWindowThatWasCutADayTeachesHalf() {
        calls(rates, 10, 0);
        calls(rates, 10_000, HOUR);
        calls(rates, 10, 2 * HOUR);
        calls(rates, 1, 3 * HOUR);
        assertThat(hour().windows())
                .as("one whole, the burst half, the next half")
                .isCloseTo(2, CLOSE);

        calls(rates, 9, 50 * HOUR);
        calls(rates, 1, 51 * HOUR);
        assertThat(hour().windows()).as("and two days later whole again").isCloseTo(3.35f, within(0.05f));
    }

    @Test
    void learningIsNotHeldBackWithoutABurst() {
        for (int hour = 0; hour < 6; hour++) {
            calls(rates, 10 + hour, hour * HOUR);
        }

        assertThat(hour().windows()).isCloseTo(5, within(0.05f));
    }

    @Test
    void ordinaryCountsStayUnderTheAlarm() {
        for (int hour = 0; hour < 20; hour++) {
            calls(rates, 10, hour * HOUR);
        }
        assertThat(rates.frozen().elevated(Scale.HOUR)).as("10 of usually 10").isFalse();

        calls(rates, 20, 19 * HOUR);
        assertThat(rates.frozen().elevated(Scale.HOUR)).as("30 of usually 10").isFalse();
        calls(rates, 1, 19 * HOUR);
        assertThat(rates.frozen().elevated(Scale.HOUR)).as("31 of usually 10").isTrue();
    }

    @Test
    void theAlarmOfARareHabitIsTheLeastWorthALook() {
        calls(rates, 1, 0);
        calls(rates, Rates.ALARM_MIN - 1, HOUR);
        assertThat(rates.frozen().elevated(Scale.HOUR)).isFalse();
        calls(rates, 1, HOUR);

        assertThat(rates.frozen().elevated(Scale.HOUR)).isTrue();
    }

    @Test
    void aStrangersFirstWindowHasAnAlarmToo() {
        calls(rates, Rates.ALARM_MIN - 1, 0);
        assertThat(rates.frozen().elevated(Scale.TEN_MINUTES)).isFalse();
        calls(rates, 1, 0);

        assertThat(rates.frozen().elevated(Scale.TEN_MINUTES)).isTrue();
    }

    @Test
    void aLateCallCountsInTheWindowThatGoesOn() {
        calls(rates, 4, 0);
        calls(rates, 1, 5 * HOUR);
        closed.clear();
        calls(rates, 1, HOUR);

        assertThat(closed).isEmpty();
        assertThat(rates.inWindow(Scale.HOUR)).isEqualTo(2);
        calls(rates, 1, 6 * HOUR);
        assertThat(closed)
                .filteredOn(window -> window.scale == Scale.HOUR)
                .singleElement()
                .satisfies(window -> {
                    assertThat(window.start).isEqualTo(5 * HOUR);
                    assertThat(window.count).isEqualTo(2);
                });
    }

    @Test
    void aLateHourOfAnotherProfileLeavesTenMinutesAlone() {
        calls(rates, 3, HOUR);
        rates.countInHour(0, 7);

        assertThat(rates.inWindow(Scale.TEN_MINUTES)).isEqualTo(3);
        assertThat(rates.inWindow(Scale.HOUR)).isEqualTo(10);
        assertThat(rates.inWindow(Scale.DAY)).isEqualTo(10);
    }

    @Test
    void countsStopAtTheGreatestNumber() {
        rates.count(0, Integer.MAX_VALUE - 1, this::close);
        rates.count(0, 5, this::close);

        assertThat(rates.inWindow(Scale.DAY)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void mergingAddsBothHistoriesAndTheWindowGoingOn() {
        Rates other = new Rates();
        calls(rates, 4, 0);
        calls(rates, 1, HOUR);
        calls(other, 6, 0);
        calls(other, 2, HOUR);
        rates.add(other);

        assertThat(rates.inWindow(Scale.HOUR)).isEqualTo(3);
        assertThat(hour().windows()).isCloseTo(2, CLOSE);
        assertThat(hour().sum()).isCloseTo(10, within(0.05f));
    }

    @Test
    void aWindowLeftOpenLongAgoIsNotLostInAMerge() {
        for (boolean olderFirst : new boolean[] {true, false}) {
            Rates older = new Rates();
            Rates newer = new Rates();
            calls(older, 40, 0);
            calls(newer, 2, 5 * HOUR);
            Rates sum = olderFirst ? older : newer;
            sum.add(olderFirst ? newer : older);

            assertThat(sum.inWindow(Scale.HOUR)).isEqualTo(2);
            assertThat(sum.past(Scale.HOUR).windows()).isCloseTo(1, CLOSE);
            assertThat(sum.past(Scale.HOUR).sum()).isCloseTo(40, within(0.4f));
            closed.clear();
            calls(sum, 1, 6 * HOUR);
            assertThat(closed)
                    .filteredOn(window -> window.scale == Scale.HOUR)
                    .extracting(Closed::count)
                    .containsExactly(2);
        }
    }

    @Test
    void mergedWindowsStopAtTheGreatestNumber() {
        Rates other = new Rates();
        rates.count(0, Integer.MAX_VALUE - 1, this::close);
        other.count(0, 5, this::close);
        rates.add(other);

        assertThat(rates.inWindow(Scale.DAY)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void mergingWithNothingChangesNothing() {
        calls(rates, 4, 0);
        calls(rates, 1, HOUR);
        byte[] before = Saved.bytes(rates::save);
        rates.add(new Rates());
        assertThat(Saved.bytes(rates::save)).isEqualTo(before);

        Rates nothing = new Rates();
        nothing.add(rates);
        assertThat(Saved.bytes(nothing::save)).isEqualTo(before);
    }

    @Test
    void whatIsTakenAwayWasNeverThere() {
        Rates alone = new Rates();
        calls(alone, 4, 0);
        calls(alone, 1, HOUR);
        calls(rates, 34, 0);
        calls(rates, 1, HOUR);
        rates.subtract(0, 30, 34, Scale.HOUR);

        assertThat(hour().windows()).isCloseTo(alone.past(Scale.HOUR).windows(), CLOSE);
        assertThat(hour().sum()).isCloseTo(alone.past(Scale.HOUR).sum(), within(0.05f));
        assertThat(hour().squares()).isCloseTo(alone.past(Scale.HOUR).squares(), within(0.5f));
    }

    @Test
    void takingAwayMoreThanThereIsLeavesNothing() {
        calls(rates, 3, 0);
        calls(rates, 2, HOUR);
        rates.subtract(0, 50, 50, Scale.HOUR);
        rates.subtract(HOUR, 50, 50, Scale.HOUR);

        assertThat(hour()).isEqualTo(Past.NONE);
        assertThat(rates.inWindow(Scale.HOUR)).isZero();
    }

    @Test
    void anHeirKnowsAThirdAndItsFirstWindowsTeachNothing() {
        calls(rates, 10, 0);
        calls(rates, 10, HOUR);
        Rates heir = new Rates();
        heir.inherit(rates);
        assertThat(heir.past(Scale.HOUR).windows()).isCloseTo(Rates.INHERITED, CLOSE);
        assertThat(heir.inWindow(Scale.HOUR)).isZero();

        closed.clear();
        calls(heir, 1, HOUR + 1);
        calls(heir, 1, 2 * HOUR);
        assertThat(closed).as("it began as another's").isEmpty();
        assertThat(heir.past(Scale.HOUR).windows()).isCloseTo(Rates.INHERITED, CLOSE);
    }

    @Test
    void aRestartBetweenAnyTwoCallsChangesNothing() {
        Rates restarted = new Rates();
        long now = 0;
        for (int i = 0; i < 400; i++) {
            now += (i * 37L % 11) * 1_700_000_000L;
            int amount = i % 90 == 50 ? 5_000 : 1 + i % 7;
            rates.count(now, amount, this::close);
            restarted.count(now, amount, (scale, start, count, before) -> {});
            assertThat(Saved.bytes(restarted::save)).isEqualTo(Saved.bytes(rates::save));
            restarted = Saved.through(restarted::save, new Rates(), Rates::load);
        }
        assertThat(closed).hasSizeGreaterThan(400);
    }

    private Past hour() {
        return rates.past(Scale.HOUR);
    }

    private void calls(Rates to, int times, long micros) {
        for (int i = 0; i < times; i++) {
            to.count(micros, 1, this::close);
        }
    }

    private void close(Scale scale, long start, int count, Past before) {
        closed.add(new Closed(scale, start, count, before));
    }
}
