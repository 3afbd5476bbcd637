// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.reportcard.rival.Calls;
import org.junit.jupiter.api.Test;

class ActorDayTest {

    @Test
    void callsAreCountedByHourMinuteStatusAndMethod() {
        var values = day(Calls.of("ann")
                .times(3, Calls.HOUR, Calls.SECOND)
                .status(401)
                .times(2, 9 * Calls.HOUR, Calls.MINUTE)
                .status(404)
                .endpoint("DELETE /v1/orders/{order}")
                .at(9 * Calls.HOUR + 5 * Calls.MINUTE));
        assertThat(value(values, "calls")).isEqualTo(6);
        assertThat(value(values, "most calls in one hour")).isEqualTo(3);
        assertThat(value(values, "most calls in one minute")).isEqualTo(3);
        assertThat(value(values, "number of 4xx")).isEqualTo(3);
        assertThat(value(values, "share of 4xx")).isEqualTo(0.5f);
        assertThat(value(values, "number of 401 and 403")).isEqualTo(2);
        assertThat(value(values, "number of 404")).isEqualTo(1);
        assertThat(value(values, "share of calls from 0 to 5 UTC")).isEqualTo(0.5f);
        assertThat(value(values, "share of POST, PUT, PATCH, DELETE")).isCloseTo(1 / 6f, within(1e-6f));
        assertThat(value(values, "bytes out")).isEqualTo(3_000);
        assertThat(value(values, "most bytes in one call")).isEqualTo(500);
        assertThat(value(values, "distinct endpoints")).isEqualTo(2);
    }

    @Test
    void whatWasUsedTheDayBeforeIsNotNew() {
        var habits = new Habits();
        var yesterday = new ActorDay();
        Calls.of("ann").entity("order 1", "order 2").at(0).list().forEach(call -> yesterday.add(call, habits));
        var today = new ActorDay();
        var story = Calls.of("ann").entity("order 2", "order 3", "customer 1").at(Calls.DAY);
        story.from("198.51.100.1", "US", 40.71, -74.01, 701).at(Calls.DAY + 2 * Calls.HOUR);
        story.list().forEach(call -> today.add(call, habits));
        var values = Feature.all(today);
        assertThat(value(values, "endpoints never used before")).isZero();
        assertThat(value(values, "entities never used before")).isEqualTo(2);
        assertThat(value(values, "distinct entities")).isEqualTo(3);
        assertThat(value(values, "distinct entities per call")).isEqualTo(1.5f);
        assertThat(value(values, "distinct entities of one type")).isEqualTo(2);
        assertThat(value(values, "countries never seen before")).isEqualTo(1);
        assertThat(value(values, "distinct networks")).isEqualTo(2);
        assertThat(value(values, "highest travel speed")).isCloseTo(3_161, within(10f));
    }

    @Test
    void aClockHasNoVariationAndASingleCallIsNoClock() {
        var clock = day(Calls.of("job").times(10, 0, Calls.MINUTE));
        assertThat(value(clock, "mean gap between calls")).isEqualTo(60);
        assertThat(value(clock, "variation of gaps")).isZero();
        var once = day(Calls.of("ann").at(0));
        assertThat(value(once, "mean gap between calls")).isEqualTo(86_400);
        assertThat(value(once, "variation of gaps")).isEqualTo(1);
    }

    @Test
    void aFullSetKnowsNothingNew() {
        var set = new LongSet(100);
        for (var i = 0; i < 1_000; i++) {
            assertThat(set.add("order " + i)).isEqualTo(i < 100);
        }
        assertThat(set.add("order 7")).isFalse();
        assertThat(set.size()).isEqualTo(100);
    }

    private static float[] day(Calls story) {
        var day = new ActorDay();
        var habits = new Habits();
        story.list().forEach(call -> day.add(call, habits));
        return Feature.all(day);
    }

    private static float value(float[] values, String title) {
        return values[Feature.ALL.stream().map(Feature::title).toList().indexOf(title)];
    }
}
