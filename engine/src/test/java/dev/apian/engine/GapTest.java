// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final long HOUR = 3_600_000_000L;

    @Test
    void anHourWithoutCallsThatUsuallyHasManyIsAGap() {
        List<CoveredHour> hours = hours(21 * 24, hour -> hour == 500 ? 0 : 1_000);

        assertThat(Gap.among(hours, 504 * HOUR)).containsExactly(new Gap(500 * HOUR, 501 * HOUR, 0, 1_000));
    }

    @Test
    void hoursThatAreMissingInTheListAreAGapToo() {
        List<CoveredHour> hours = hours(400, hour -> 1_000);

        assertThat(Gap.among(hours, 403 * HOUR)).containsExactly(new Gap(400 * HOUR, 403 * HOUR, 0, 3_000));
    }

    @Test
    void aTrickleThatIsLeftOfManyCallsIsAGap() {
        List<CoveredHour> hours = hours(401, hour -> hour == 400 ? 99 : 1_000);

        assertThat(Gap.among(hours, 401 * HOUR)).containsExactly(new Gap(400 * HOUR, 401 * HOUR, 99, 1_000));
    }

    @Test
    void aSilentNightIsNoGap() {
        List<CoveredHour> hours = hours(21 * 24, hour -> hour % 24 < 6 ? 0 : 1_000);

        assertThat(Gap.among(hours, 21 * 24 * HOUR)).isEmpty();
    }

    @Test
    void aSilentWeekendIsNoGapOnceTwoWeekendsWereSeen() {
        List<CoveredHour> hours = hours(28 * 24, hour -> hour / 24 % 7 >= 5 ? 0 : 1_000);

        assertThat(Gap.among(hours, 28 * 24 * HOUR))
                .allSatisfy(gap -> assertThat(gap.fromMicros()).isLessThan(14 * 24 * HOUR));
    }

    @Test
    void fewCallsMakeNoGapWhenTheyStayAway() {
        List<CoveredHour> hours = hours(400, hour -> hour == 399 ? 0 : 59);

        assertThat(Gap.among(hours, 400 * HOUR)).isEmpty();
    }

    @Test
    void theHourThatGoesOnIsNotLookedAt() {
        List<CoveredHour> hours = hours(400, hour -> 1_000);

        assertThat(Gap.among(hours, 400 * HOUR + HOUR / 2)).isEmpty();
    }

    @Test
    void theFirstTwoDaysHaveNoGapsSinceNothingIsUsualYet() {
        List<CoveredHour> hours = hours(48, hour -> hour % 5 == 0 ? 0 : 1_000);

        assertThat(Gap.among(hours, 48 * HOUR)).isEmpty();
    }

    @Test
    void withoutAnyHourThereIsNoGap() {
        assertThat(Gap.among(List.of(), Long.MIN_VALUE)).isEmpty();
    }

    /// Hours without calls are left out, as the engine leaves them out.
    private static List<CoveredHour> hours(int count, IntToLongFunction calls) {
        List<CoveredHour> hours = new ArrayList<>();
        for (int hour = 0; hour < count; hour++) {
            long came = calls.applyAsLong(hour);
            if (came > 0) {
                hours.add(new CoveredHour(hour * HOUR, came, came, came, 0));
            }
        }
        return hours;
    }
}
