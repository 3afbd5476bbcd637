// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An attack that shall happen in a world.
public record AttackOrder(AttackKind kind, Tactics tactics) {

    /// Each kind once, as it usually is.
    public static List<AttackOrder> oneOfEach() {
        return Arrays.stream(AttackKind.values())
                .map(kind -> new AttackOrder(kind, kind.usual()))
                .toList();
    }

    /// Each kind loud and stealthy, and stealthy through a VPN where the thief's network matters.
    public static List<AttackOrder> everyWay() {
        List<AttackOrder> orders = new ArrayList<>();
        for (AttackKind kind : AttackKind.values()) {
            orders.add(new AttackOrder(kind, Tactics.LOUD));
            orders.add(new AttackOrder(kind, Tactics.STEALTHY));
            if (kind.comesFromElsewhere()) {
                orders.add(new AttackOrder(kind, Tactics.STEALTHY.throughVpn()));
            }
        }
        return List.copyOf(orders);
    }
}
