// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.simulator.Attack;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaidTest {

    @Test
    void raidsTakeAsMuchAsTheirNamesSay() {
        WorldSettings world = WorldSettings.of(20, 120, 3).with(Raid.orders(1));
        Simulation simulation = new Simulation(world);
        while (simulation.hasNext()) {
            simulation.next();
        }
        List<Attack> attacks = simulation.attacks();

        assertThat(attacks).extracting(Raid::of).containsExactlyInAnyOrder(Raid.values());
        assertThat(perDay(attacks, Raid.SINGLE)).isEqualTo(1);
        assertThat(perDay(attacks, Raid.ONE_A_DAY)).isBetween(0.5, 1.5);
        assertThat(perDay(attacks, Raid.THREE_A_DAY)).isBetween(2.0, 4.0);
        assertThat(perDay(attacks, Raid.TEN_A_DAY)).isBetween(7.0, 13.0);
    }

    private static double perDay(List<Attack> attacks, Raid raid) {
        Attack attack =
                attacks.stream().filter(one -> Raid.of(one) == raid).findFirst().orElseThrow();
        long days = attack.times().stream()
                .map(micros -> micros / 86_400_000_000L)
                .distinct()
                .count();
        return attack.calls().size() / (double) days;
    }

    @Test
    void everyWayTakesItsTurn() {
        assertThat(Raid.orders(2)).hasSize(2 * Raid.values().length);
        assertThat(Raid.orders(1))
                .isEqualTo(Arrays.stream(Raid.values()).map(Raid::order).toList());
    }
}
