// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.simulator.Trade;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void seedsAreDrawnUnlessTheyAreGiven() {
        assertThat(Options.parse().seeds())
                .hasSize(3)
                .isNotEqualTo(Options.parse().seeds());
        assertThat(Options.parse("--seeds", "11,12").seeds()).containsExactly(11L, 12L);
    }

    @Test
    void whatIsPrintedMeasuresTheSameAgain() {
        Options drawn = Options.parse("--days", "20", "--trades", "bank", "--actors", "600");

        assertThat(drawn.trades()).containsExactly(Trade.BANK);
        assertThat(Options.parse(drawn.toString().split(" ", -1))).isEqualTo(drawn);
    }

    @Test
    void mistakesAreToldWithTheUsage() {
        assertThatThrownBy(() -> Options.parse("--fast", "1")).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse("--seeds")).hasMessageContaining("usage");
        assertThatThrownBy(() -> Options.parse("--trades", "bakery")).hasMessageContaining("bakery");
    }
}
