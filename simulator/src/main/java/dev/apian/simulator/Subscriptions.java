// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// Recurring orders: made inside the business without a call, so that customers first hear of them by mail.
final class Subscriptions extends Agent {

    private static final double ORDERS_PER_COMPANY_AND_DAY = 0.3;

    private final World world;
    private final List<Company> companies;
    private final Chance chance;

    Subscriptions(World world, List<Company> companies, Chance chance) {
        this.world = world;
        this.companies = companies;
        this.chance = chance;
    }

    @Override
    long act(long at) {
        world.shop().place(chance.pick(companies), at, chance);
        long usual = (long) (Micros.DAY / (companies.size() * ORDERS_PER_COMPANY_AND_DAY));
        return at + 1 + chance.span(usual, 0.8);
    }
}
