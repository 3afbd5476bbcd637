// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void threeDigitsMatter() {
        assertThat(List.of(0.0, 0.01234, 1.5, 12.34, 123.4, 12345.6))
                .extracting(Numbers::number)
                .containsExactly("0", "0.0123", "1.5", "12.3", "123", "12,346");
    }

    @Test
    void sharesArePercent() {
        assertThat(List.of(0.0, 0.0001, 0.0123, 0.5, 0.9961, 0.9999, 1.0))
                .extracting(Numbers::percent)
                .containsExactly("0 %", "<0.1 %", "1.2 %", "50 %", "99.6 %", "99.9 %", "100 %");
    }

    @Test
    void hoursAreWrittenInTheUnitPeopleWouldUse() {
        assertThat(List.of(0.25, 3.0, 30.25, 72.0))
                .extracting(Numbers::hours)
                .containsExactly("15 min", "3 h", "30.3 h", "3 days");
        assertThat(Numbers.hours(null)).isEqualTo("not found");
    }

    @Test
    void whatIsUnknownIsADash() {
        assertThat(Numbers.number(null)).isEqualTo("–");
        assertThat(Numbers.number(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.percent(null)).isEqualTo("–");
    }

    @Test
    void aPictureWithoutAPlaceIsABug() {
        assertThatThrownBy(() -> Numbers.place(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void decadesReachAroundTheNumbers() {
        assertThat(Ticks.decades(DoubleStream.of(0, 0.3, 12))).containsExactly(0.1, 1.0, 10.0, 100.0);
        assertThat(Ticks.decades(DoubleStream.of(10))).containsExactly(1.0, 10.0);
        assertThat(Ticks.decades(DoubleStream.of(0))).containsExactly(0.1, 1.0);
    }

    @Test
    void roundStepsReachTheNumber() {
        assertThat(Ticks.upTo(9)).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(Ticks.upTo(0).getFirst()).isZero();
    }

    @Test
    void labelsThatWouldTouchAreMovedApart() {
        assertThat(Labels.spread(new double[] {50, 10, 52}, 10, 0, 100)).containsExactly(50, 10, 60);
        assertThat(Labels.spread(new double[] {99, 98}, 10, 0, 100)).containsExactly(100, 90);
    }
}
