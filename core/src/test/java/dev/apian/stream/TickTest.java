// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickTest {

    @Test
    void aTickIsAMinute() {
        assertThat(Tick.of(0)).isZero();
        assertThat(Tick.of(59_999_999)).isZero();
        assertThat(Tick.of(60_000_000)).isEqualTo(1);
    }

    @Test
    void timeBefore1970HasTicksToo() {
        assertThat(Tick.of(-1)).isEqualTo(-1);
        assertThat(Tick.of(-60_000_000)).isEqualTo(-1);
        assertThat(Tick.of(-60_000_001)).isEqualTo(-2);
    }
}
