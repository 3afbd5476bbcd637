// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Trade;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortionTest {

    private static final List<AttackOrder> ALL = AttackOrder.everyWay();

    @Test
    void threeWorldsInTurnHaveEveryAttackOnce() {
        int businesses = Trade.known().size();
        for (int first = 0; first < 3; first++) {
            List<AttackOrder> dealt = new ArrayList<>();
            for (int world = 0; world < 3; world++) {
                dealt.addAll(Portion.of(ALL, first * businesses + world));
            }
            assertThat(dealt).containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void inTheLongRunEveryBusinessHasEveryAttack() {
        int businesses = Trade.known().size();
        for (int business = 0; business < businesses; business++) {
            List<AttackOrder> dealt = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                dealt.addAll(Portion.of(ALL, round * businesses + business));
            }
            assertThat(dealt).containsExactlyInAnyOrderElementsOf(ALL);
        }
    }
}
