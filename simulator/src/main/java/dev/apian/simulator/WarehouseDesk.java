// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Deque;
import java.util.List;

/// The work of the warehouse: shipments out, stock counted.
final class WarehouseDesk implements Work {

    private static final int PAGE = 10;

    private final Shop shop;
    private final Chance chance;
    private final WarehouseApi warehouse;

    WarehouseDesk(Shop shop, Chance chance) {
        this.shop = shop;
        this.chance = chance;
        warehouse = new WarehouseApi(chance);
    }

    @Override
    public int pagesInSession(long at) {
        return 4 + (int) chance.logNormal(9, 0.4);
    }

    @Override
    public long think() {
        return 60 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        if (chance.happens(0.25)) {
            steps.add(_ -> warehouse.stock(shop.someProducts(chance, 10)));
            Product product = shop.anyProduct(chance);
            steps.add(_ -> warehouse.count(product));
            return;
        }
        List<Order> waiting = shop.unshipped().stream().limit(PAGE).toList();
        steps.add(_ -> warehouse.shipments(waiting));
        Order order = shop.unshipped().pollFirst();
        if (order != null) {
            steps.add(_ -> warehouse.shipment(order));
            steps.add(_ -> warehouse.dispatch(order));
        }
    }
}
