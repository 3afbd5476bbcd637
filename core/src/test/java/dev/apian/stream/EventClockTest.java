// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;

class EventClockTest {

    private static final long LATENESS = 1_000;

    private final EventClock clock = new EventClock(LATENESS);

    @Test
    void nothingIsLateBeforeEnoughWasSeen() {
        see(EventClock.OUTRUNNERS, 50_000);

        assertThat(clock.isLate(0)).isFalse();
    }

    @Test
    void whatIsOlderThanTheLatenessIsLate() {
        see(EventClock.OUTRUNNERS + 1, 50_000);

        assertThat(clock.isLate(50_000 - LATENESS)).isFalse();
        assertThat(clock.isLate(50_000 - LATENESS - 1)).isTrue();
    }

    @Test
    void aFewClocksAheadDoNotMoveIt() {
        see(EventClock.OUTRUNNERS + 1, 50_000);
        see(EventClock.OUTRUNNERS - 1, 9_000_000);

        assertThat(clock.micros()).isEqualTo(50_000 - LATENESS);
    }

    @Test
    void afterARestartTheSameIsLate() {
        see(EventClock.OUTRUNNERS + 5, 50_000);
        EventClock restarted = Saved.reloaded(clock, new EventClock(LATENESS));
        for (EventClock each : new EventClock[] {clock, restarted}) {
            each.see(60_000);
        }

        assertThat(restarted.micros()).isEqualTo(clock.micros());
        assertThat(restarted.latest()).isEqualTo(clock.latest());
    }

    private void see(int times, long micros) {
        for (int i = 0; i < times; i++) {
            clock.see(micros);
        }
    }
}
