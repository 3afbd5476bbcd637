// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.credentials;

import dev.apian.simulator.Attack;
import dev.apian.simulator.AttackKind;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Tactics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A way to use the credential of somebody else: from an ordinary network, or behind a VPN in the victim's country
/// where it has one.
enum Misuse {
    TRAVEL(AttackKind.IMPOSSIBLE_TRAVEL, Tactics.LOUD),
    TRAVEL_STEALTHY(AttackKind.IMPOSSIBLE_TRAVEL, Tactics.STEALTHY),
    TRAVEL_VPN(AttackKind.IMPOSSIBLE_TRAVEL, Tactics.LOUD.throughVpn()),
    TRAVEL_STEALTHY_VPN(AttackKind.IMPOSSIBLE_TRAVEL, Tactics.STEALTHY.throughVpn()),
    SHARING(AttackKind.TOKEN_SHARING, Tactics.LOUD),
    SHARING_STEALTHY(AttackKind.TOKEN_SHARING, Tactics.STEALTHY),
    SHARING_VPN(AttackKind.TOKEN_SHARING, Tactics.LOUD.throughVpn()),
    SHARING_STEALTHY_VPN(AttackKind.TOKEN_SHARING, Tactics.STEALTHY.throughVpn()),
    THEFT(AttackKind.TOKEN_THEFT, Tactics.LOUD),
    THEFT_STEALTHY(AttackKind.TOKEN_THEFT, Tactics.STEALTHY),
    THEFT_VPN(AttackKind.TOKEN_THEFT, Tactics.LOUD.throughVpn()),
    THEFT_STEALTHY_VPN(AttackKind.TOKEN_THEFT, Tactics.STEALTHY.throughVpn());

    private final AttackKind kind;
    private final double force;
    private final boolean vpn;

    Misuse(AttackKind kind, Tactics tactics) {
        this.kind = kind;
        force = tactics.force();
        vpn = tactics.vpn();
    }

    AttackOrder order() {
        return new AttackOrder(kind, new Tactics(force, vpn));
    }

    String label() {
        return kind.label() + ", " + order().tactics().label();
    }

    boolean isBehindVpn() {
        return vpn;
    }

    static Misuse of(Attack attack) {
        return Arrays.stream(values())
                .filter(misuse -> misuse.order().equals(new AttackOrder(attack.kind(), attack.tactics())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "attack %s is none of %s".formatted(attack.id(), List.of(values()))));
    }

    /// Each so many times, in turns.
    static List<AttackOrder> orders(int times) {
        List<AttackOrder> orders = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Arrays.stream(values()).map(Misuse::order).forEach(orders::add);
        }
        return List.copyOf(orders);
    }
}
