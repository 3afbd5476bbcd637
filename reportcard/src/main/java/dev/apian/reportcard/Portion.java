// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Trade;
import java.util.ArrayList;
import java.util.List;

/// Deals attacks out to worlds, so that no world has more culprits than a real one could, and each kind happens in
/// every business.
final class Portion {

    /// A world gets every third way of attacking.
    private static final int PORTIONS = 3;

    private Portion() {}

    /// Those of the nth world.
    static List<AttackOrder> of(List<AttackOrder> orders, int world) {
        int businesses = Trade.known().size();
        int portion = Math.floorMod(world / businesses + world % businesses, PORTIONS);
        List<AttackOrder> some = new ArrayList<>();
        for (int i = portion; i < orders.size(); i += PORTIONS) {
            some.add(orders.get(i));
        }
        return some;
    }
}
