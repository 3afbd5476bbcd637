// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Deque;
import java.util.List;

/// The work of sales: customers, quotes, and orders placed for customers, who then get a mail about them.
final class SalesDesk implements Work {

    private final World world;
    private final Shop shop;
    private final Chance chance;
    private final CustomerApi customers;
    private final OrderApi orders;
    private final CatalogApi catalog;

    SalesDesk(World world, Shop shop, Chance chance) {
        this.world = world;
        this.shop = shop;
        this.chance = chance;
        customers = new CustomerApi(chance);
        orders = new OrderApi(shop, chance);
        catalog = new CatalogApi(shop, chance);
    }

    @Override
    public int pagesInSession(long at) {
        return 3 + (int) chance.logNormal(8, 0.4);
    }

    @Override
    public long think() {
        return 80 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        if (chance.happens(0.3)) {
            Product product = shop.anyProduct(chance);
            steps.add(_ -> catalog.search());
            steps.add(_ -> catalog.product(product));
            return;
        }
        List<Account> found = world.customersLike(chance);
        Account customer = chance.pick(found);
        steps.add(_ -> customers.search(found, world.wordsFor(customer)));
        steps.add(_ -> customers.customer(customer));
        if (chance.happens(0.4)) {
            List<Order> page = List.copyOf(customer.company().newest(0, OrderApi.PAGE));
            steps.add(later -> customers.orders(customer, page, later));
        }
        if (chance.happens(0.3)) {
            Product product = shop.anyProduct(chance);
            steps.add(_ -> customers.quote(customer, product));
        }
        if (chance.happens(0.2)) {
            steps.add(later -> orders.create(shop.place(customer.company(), later, chance), later));
        }
    }
}
