// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;

class ActiveHoursTest {

    private static final long HOUR = Scale.HOUR.micros();

    /// 1970-01-05, a Monday.
    private static final long MONDAY = 4 * 24 * HOUR;

    private final ActiveHours hours = new ActiveHours();

    @Test
    void aWeekHasTheHoursOfAWorkingDayAndOfAWeekend() {
        assertThat(WeekHour.of(MONDAY + 9 * HOUR)).isEqualTo(9);
        assertThat(WeekHour.of(MONDAY + (4 * 24 + 23) * HOUR))
                .as("Friday night")
                .isEqualTo(23);
        assertThat(WeekHour.of(MONDAY + 5 * 24 * HOUR)).as("Saturday").isEqualTo(24);
        assertThat(WeekHour.of(MONDAY - 1)).as("Sunday night").isEqualTo(47);
        assertThat(WeekHour.of(-1)).as("the last hour of a Wednesday").isEqualTo(23);
        double all = 0;
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            all += WeekHour.share(hour);
        }
        assertThat(all).isCloseTo(1, within(1e-12));
    }

    @Test
    void anHourCountsOnceHoweverManyCallsItHas() {
        assertThat(hours.see(MONDAY)).isTrue();
        assertThat(hours.see(MONDAY + 1)).isFalse();
        assertThat(hours.see(MONDAY + HOUR - 1)).isFalse();
        assertThat(hours.see(MONDAY + HOUR)).isTrue();

        assertThat(hours.share(MONDAY + HOUR))
                .as("without the hour that goes on")
                .isEqualTo(share(0, 1));
    }

    @Test
    void callsThatComeALittleLateDoNotCountAnHourAgain() {
        for (int i = 0; i < 300; i++) {
            hours.see(MONDAY + HOUR + i);
            hours.see(MONDAY + HOUR - 1 - i);
        }

        assertThat(hours.share(MONDAY + HOUR).all()).isLessThanOrEqualTo(1);
    }

    @Test
    void nightsOfWhoWorksByDayAreUnusual() {
        work(MONDAY, 20);

        assertThat(weight(MONDAY + 3 * HOUR)).isLessThan(0.3);
    }

    @Test
    void nightsOfAServiceThatAlwaysRunsAreOrdinary() {
        for (int hour = 0; hour < 28 * 24; hour++) {
            hours.see(MONDAY + hour * HOUR);
        }

        assertThat(weight(MONDAY + 28 * 24 * HOUR)).isGreaterThan(0.9);
        assertThat(weight(MONDAY + 5 * 24 * HOUR)).as("and its weekends").isGreaterThan(0.85);
    }

    @Test
    void anHourIsNeverMoreThanOrdinary() {
        work(MONDAY, 20);

        assertThat(weight(MONDAY + 10 * HOUR)).isEqualTo(1);
    }

    @Test
    void ofAStrangerEveryHourIsOrdinary() {
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            assertThat(share(0, 0).weight(hour, null)).isEqualTo(1);
        }
    }

    @Test
    void ofAStrangerItsPeersSayWhichHoursAreUnusual() {
        float[] peers = new float[WeekHour.COUNT];
        for (int hour = 8; hour < 18; hour++) {
            peers[hour] = 0.1f;
        }

        assertThat(share(0, 0).weight(3, peers)).isCloseTo(0.25, within(1e-6));
        assertThat(share(0, 0).weight(10, peers)).isEqualTo(1);
    }

    @Test
    void noHourIsLessThanATwentiethOfAnAverageOne() {
        assertThat(share(0, 100_000).weight(3, null)).isEqualTo(0.05);
    }

    @Test
    void aFullCounterHalvesAllAndKeepsTheirShares() {
        for (int week = 0; week < 300; week++) {
            hours.see(MONDAY + week * 7L * 24 * HOUR);
            hours.see(MONDAY + week * 7L * 24 * HOUR + HOUR);
        }
        ActiveHours.Share share = hours.share(MONDAY);

        assertThat(share.own()).isBetween(100, 255);
        assertThat((double) share.own() / share.all()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void mergingAddsAndStopsAtTheGreatestNumber() {
        ActiveHours other = new ActiveHours();
        for (int week = 0; week < 200; week++) {
            hours.see(MONDAY + week * 7L * 24 * HOUR);
            other.see(MONDAY + week * 7L * 24 * HOUR);
        }
        hours.addAll(other);

        assertThat(hours.share(MONDAY)).isEqualTo(share(254, 254));
    }

    @Test
    void hoursAreTheSameAfterARestart() {
        work(MONDAY, 9);
        ActiveHours restarted = Saved.through(hours::save, new ActiveHours(), ActiveHours::load);

        assertThat(restarted.share(MONDAY + 9 * HOUR)).isEqualTo(hours.share(MONDAY + 9 * HOUR));
        assertThat(restarted.see(MONDAY + 8 * 24 * HOUR + 15 * HOUR))
                .isEqualTo(hours.see(MONDAY + 8 * 24 * HOUR + 15 * HOUR));
        assertThat(Saved.bytes(restarted::save)).isEqualTo(Saved.bytes(hours::save));
    }

    private void work(long from, int days) {
        for (int day = 0; day < days; day++) {
            for (int hour = 8; hour < 16; hour++) {
                hours.see(from + (day / 5 * 7 + day % 5) * 24L * HOUR + hour * HOUR);
            }
        }
    }

    private double weight(long micros) {
        return hours.share(micros).weight(WeekHour.of(micros), null);
    }

    private static ActiveHours.Share share(int own, int all) {
        return new ActiveHours.Share(own, all);
    }
}
