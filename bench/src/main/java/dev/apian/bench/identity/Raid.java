// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.simulator.Attack;
import dev.apian.simulator.AttackKind;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Tactics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A way to read what belongs to others, as broken object-level authorisation allows it.
enum Raid {
    ONE_A_DAY("1 a day", AttackKind.SLOW_ENUMERATION, 0.05),
    THREE_A_DAY("3 a day", AttackKind.SLOW_ENUMERATION, 0.15),
    TEN_A_DAY("10 a day", AttackKind.SLOW_ENUMERATION, 0.5),
    /// With so little force the sitting of a dozen reads is one read.
    SINGLE("one read", AttackKind.CROSS_TENANT_READ, 0.05);

    private final String label;
    private final AttackKind kind;
    private final double force;

    Raid(String label, AttackKind kind, double force) {
        this.label = label;
        this.kind = kind;
        this.force = force;
    }

    String label() {
        return label;
    }

    AttackOrder order() {
        return new AttackOrder(kind, new Tactics(force, false));
    }

    static Raid of(Attack attack) {
        return Arrays.stream(values())
                .filter(raid -> raid.kind == attack.kind()
                        && raid.force == attack.tactics().force())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(attack.id() + " is no raid"));
    }

    /// So many of each, taking turns, so that single reads are spread over the whole time.
    static List<AttackOrder> orders(int each) {
        List<AttackOrder> orders = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (Raid raid : values()) {
                orders.add(raid.order());
            }
        }
        return orders;
    }
}
