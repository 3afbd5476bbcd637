// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.reportcard.score.EntityClaim;
import dev.apian.simulator.Attack;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.Tactics;
import dev.apian.simulator.WorldSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MisuseTest {

    private static final long END = Long.MAX_VALUE / 2;

    @Test
    void eachWayHappensSoManyTimes() {
        assertThat(Misuse.orders(3)).hasSize(3 * Misuse.values().length).contains(Misuse.THEFT_VPN.order());
        assertThat(Misuse.THEFT_STEALTHY_VPN.order().tactics()).isEqualTo(Tactics.STEALTHY.throughVpn());
    }

    @Test
    void onlyClaimsWithACallOfTheThiefCount() {
        Attack attack = theft();
        String victim = attack.consumers().getFirst();
        long at = attack.times().getLast();

        Method lucky = method(attack, new EntityClaim(victim, at, "x", List.of("another call")));
        Method right = method(
                attack, new EntityClaim(victim, at, "x", List.of(attack.calls().getFirst())));

        assertThat(lucky.score(Misuse.THEFT).byTheEnd().found()).isZero();
        assertThat(right.score(Misuse.THEFT).byTheEnd().found()).isOne();
    }

    private static Method method(Attack attack, EntityClaim claim) {
        Method method = new Method();
        method.attacked(List.of(attack), List.of(claim), Set.of(), 9, END);
        return method;
    }

    private static Attack theft() {
        Simulation simulation = new Simulation(WorldSettings.of(9, 60, 3).with(List.of(Misuse.THEFT.order())));
        while (simulation.hasNext()) {
            simulation.next();
        }
        return simulation.attacks().getFirst();
    }
}
