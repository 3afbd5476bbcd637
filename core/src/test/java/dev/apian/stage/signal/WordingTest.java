// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void saysSpansInTheLargestUnitThatFits() {
        assertThat(Wording.span(Duration.ofSeconds(1))).isEqualTo("1 second");
        assertThat(Wording.span(Duration.ofSeconds(119))).isEqualTo("119 seconds");
        assertThat(Wording.span(Duration.ofMinutes(90))).isEqualTo("90 minutes");
        assertThat(Wording.span(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(Wording.span(Duration.ofHours(47))).isEqualTo("47 hours");
        assertThat(Wording.span(Duration.ofDays(30))).isEqualTo("30 days");
        assertThat(Wording.span(Duration.ofSeconds(-5))).isEqualTo("0 seconds");
    }

    @Test
    void saysNumbersWithTheirNouns() {
        assertThat(Wording.count(1, "call")).isEqualTo("1 call");
        assertThat(Wording.count(3_000, "call")).isEqualTo("3,000 calls");
        assertThat(Wording.count(2, "entity")).isEqualTo("2 entities");
        assertThat(Wording.number(2.46)).isEqualTo("2.5");
        assertThat(Wording.number(24.6)).isEqualTo("25");
        assertThat(Wording.percent(0.021)).isEqualTo("2.1 %");
    }
}
