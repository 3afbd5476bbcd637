// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A customer reads a few invoices of other companies on most days, none of which the API ever showed to them.
final class SlowEnumeration extends Insider {

    private static final double DAY_OFF = 0.1;
    private static final int NEAR = 2_000;

    private final BillingApi billing;
    private long day = -1;
    private long dayBegan;
    private int leftToday;

    SlowEnumeration(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, person, chance);
        billing = new BillingApi(chance);
    }

    @Override
    Exchange strike(long at) {
        if (leftToday == 0) {
            leftToday = chance().between(3, 5);
            dayBegan = day < 0 ? at : dayBegan;
            day++;
        }
        leftToday--;
        while (true) {
            Invoice invoice = world().shop().invoices().any(chance(), NEAR);
            if (invoice.order().buyer() != account().company()) {
                return billing.invoice(invoice);
            }
        }
    }

    @Override
    long afterStrike(long at) {
        if (leftToday > 0) {
            return at + chance().span(6 * Micros.MINUTE, 0.8);
        }
        long days = chance().happens(DAY_OFF) ? 2 : 1;
        dayBegan += days * Micros.DAY;
        return dayBegan + chance().between(0, 4 * Micros.HOUR);
    }

    @Override
    String story() {
        return "%s read %d invoices of other companies, a few a day on %d days, that were never shown to them."
                .formatted(account().email(), strikes(), day + 1);
    }
}
