// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldSettingsTest {

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> new WorldSettings(
                        Trade.SHOP,
                        0,
                        3,
                        1,
                        WorldSettings.DEFAULT_START,
                        AttackOrder.oneOfEach(),
                        Duration.ofDays(-1),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days=0")
                .hasMessageContaining("actors=3")
                .hasMessageContaining("attackLeadTime=PT-24H");
    }

    @Test
    void attacksNeedTimeAfterTheQuietLead() {
        assertThatThrownBy(() -> new WorldSettings(
                        Trade.SHOP,
                        7,
                        100,
                        1,
                        WorldSettings.DEFAULT_START,
                        AttackOrder.oneOfEach(),
                        Duration.ofDays(7),
                        Optional.empty()))
                .hasMessageContaining("simulate more days, shorten attackLeadTime, or switch attacks off");
    }

    @Test
    void liveAttacksMustBeWithinTheWorld() {
        assertThatThrownBy(() -> new WorldSettings(
                        Trade.SHOP,
                        10,
                        100,
                        1,
                        WorldSettings.DEFAULT_START,
                        AttackOrder.oneOfEach(),
                        Duration.ofDays(7),
                        Optional.of(WorldSettings.DEFAULT_START.plus(Duration.ofDays(10)))))
                .hasMessageContaining("liveAttacksFrom");
    }

    @Test
    void aShortWorldIsPeaceful() {
        assertThat(WorldSettings.of(3, 100, 1).attacks()).isEmpty();
        assertThat(WorldSettings.of(8, 100, 1).attacks()).isNotEmpty();
    }
}
