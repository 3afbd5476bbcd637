// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A long-standing sales account exports all customers and creates an administrator, both for the first time.
final class SensitiveFirstUse extends Insider {

    private static final int CALLS = 3;

    private final CustomerApi customers;
    private final AdminApi admin;

    SensitiveFirstUse(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, person, chance);
        customers = new CustomerApi(chance);
        admin = new AdminApi(chance);
    }

    @Override
    Exchange strike(long at) {
        return strikes() == 1
                ? admin.create(Names.email(chance(), "mail-relay.example"), Role.ADMIN)
                : customers.export(world().customers().size());
    }

    @Override
    long afterStrike(long at) {
        return strikes() >= CALLS ? Micros.NEVER : at + gap(12 * Micros.MINUTE, CALLS);
    }

    @Override
    String story() {
        return "%s of %s exported all customers and created an administrator, never having done either before."
                .formatted(account().email(), account().role().label);
    }
}
