// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A customer counts through order ids, quickly.
final class IdWalk extends Insider {

    private static final int CALLS = 260;
    private static final int BEYOND_THE_LAST = 12;

    private final OrderApi orders;
    private int next;

    IdWalk(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, person, chance);
        orders = new OrderApi(world.shop(), chance);
    }

    @Override
    Exchange strike(long at) {
        if (strikes() == 0) {
            Recent<Order> all = world().shop().orders();
            next = Math.max(all.oldestId(), all.nextId() + BEYOND_THE_LAST - CALLS);
        }
        return orders.byNumber(next++, at);
    }

    @Override
    long afterStrike(long at) {
        return strikes() >= CALLS ? Micros.NEVER : at + gap(8 * Micros.MINUTE, CALLS);
    }

    @Override
    String story() {
        return "%s counted through %d order ids, most of them of other companies and answered."
                .formatted(account().email(), strikes());
    }
}
